import { readFile } from "node:fs/promises"
import { importFile } from "@/lib/handbook/workbook/import"
import { matchPage } from "@/lib/handbook/workbook/match-page"
import { writeWorkbook } from "@/lib/platform/workbook/write"
import { gave } from "../../builders/evidence"
import { aForeignWorkbook } from "../../builders/foreign-workbook"
import { aUnitWorkbook } from "../../builders/unit-workbook"
import { aFile, aHandbook } from "../../builders/handbook"
import type { Stage } from "../cast"
import { words } from "./scene"

/** A form with a file that is posted to a route, and the day. */
export type Sending = { fields: Record<string, string>; file?: { name: string; content: Uint8Array }; day: string }

const day = "2026-08-20"
const sheet = { name: "核对表.csv", content: new TextEncoder().encode("日期,差异\n2026-08-31,0\n") }
const logged = { kind: "report", occurredOn: "2026-08-05", note: words }

const organisation = async ({ east }: Stage) => ({
  fields: { unitId: east, kind: "organisation" }, file: { name: "organisation.xlsx", content: await aUnitWorkbook({ departments: [{ code: "fuel", nameZh: "燃料部", nameEn: "Fuel" }] }) }, day,
})

/** What is posted to each route that takes files or long forms. */
export const sendings: Record<string, (stage: Stage) => Promise<Sending> | Sending> = {
  "/api/evidence-uploads": ({ ids }) => ({ fields: { obligationIds: ids.owed ?? "", ...logged }, file: sheet, day }),
  "/api/v1/evidence": ({ ids }) => ({ fields: { obligationIds: ids.owed ?? "", ...logged }, file: sheet, day }),
  "/api/evidence-uploads/versions": ({ ids }) => ({ fields: { recordId: ids.evidence ?? "", reason: words, ...logged }, file: sheet, day }),
  "/api/unit-imports": organisation,
  "/api/v1/unit-imports": organisation,
  "/api/v1/handbook-imports": async () => ({ fields: { draft: "new" }, file: { name: "handbook.xlsx", content: await readFile(await aFile(aHandbook())) }, day }),
  "/api/personnel-lists": async ({ east }) => ({
    fields: { unitId: east }, day, file: { name: "personnel.xlsx", content: await writeWorkbook([{ name: "人员", columns: [{ heading: "Email" }, { heading: "姓名" }], rows: [["joiner@keypoint.example", "新人"]] }]) },
  }),
  "/api/handbook-imports": async () => ({ fields: { draft: "new" }, file: { name: "handbook.xlsx", content: await readFile(await aFile(aHandbook())) }, day }),
  "/api/handbook-matchings": async ({ people }) => {
    const { id } = gave(await importFile(people.office2, await aFile(await aForeignWorkbook(), "控制矩阵.xlsx"), { draft: "new" }))
    const page = await matchPage(people.office2, { id, query: {}, locale: "zh-CN" })
    if (!page) throw new Error("no workbook to match")
    const columns = page.columns.filter(({ field }) => field !== "").map(({ heading, nth, field }) => [`column:${nth}:${heading}`, field])
    const values = page.lists.flatMap(({ list, values: found }) => found.map(({ theirs, ours }) => [`value:${list}:${theirs}`, ours ?? ""]))
    const fixed = [...page.lack.map(({ field, value }) => [`fixed:${field}`, value]), ["fixed:component", "control-activities"], ["fixed:principle", "10"]]
    return { fields: { id, name: "", row: String(page.place.row), sheet: page.place.sheets[0] ?? "", codes: "tidied", rest: "keep", ...Object.fromEntries([...columns, ...values, ...fixed]) }, day }
  },
}
