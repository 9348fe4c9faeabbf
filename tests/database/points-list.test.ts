import { beforeAll, expect, test } from "vitest"
import { confirmImport } from "@/lib/handbook/commands/import"
import { publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { listControlPoints } from "@/lib/handbook/queries/list"
import { pointFilter } from "@/lib/handbook/schema/inputs"
import { importFile } from "@/lib/handbook/workbook/import"
import { actingAt, type Actor } from "@/lib/platform/actor"
import { buildCompany } from "../builders/company"
import { gave } from "../builders/evidence"
import { aChapter, aFile, aHandbook, aPoint } from "../builders/handbook"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let office: Actor
const now = new Date("2026-11-22T02:00:00Z")
const text = (zh: string) => ({ zh, en: null })

// Six points, each unlike the others in some of what a list is narrowed by.
const points = [
  aPoint("8.1.1.1"),
  aPoint("8.1.1.2", { frequency: "yearly", assertions: ["existence", "cutoff"] }),
  aPoint("8.1.2.1", { step: "8.1.2", nature: "automated", ownerPosition: "fuel.keeper", department: "fuel" }),
  aPoint("8.1.2.2", { step: "8.1.2", kinds: ["company"], kindsReason: text("公司办理") }),
]
const chapter = { ...aChapter(points), steps: [...aChapter().steps, { code: "8.1.2", title: text("入库"), department: "fuel", position: "fuel.keeper", documentsIn: [], documentsOut: [text("入库单")] }] }
const element = {
  node: { ...aChapter().node, code: "7.1", kind: "soft-element" as const, title: text("试用要素") }, steps: [],
  points: [aPoint("7.1.2.1", { step: null, aspect: "formulation" }), aPoint("7.1.3.1", { step: null, aspect: "communication", frequency: "yearly" })],
}

beforeAll(async () => {
  const company = await buildCompany()
  office = actingAt(company.people.office, now)
  const content = aHandbook({
    departments: [...aHandbook().departments, { code: "fuel", title: text("燃料部") }],
    positions: [...aHandbook().positions, { code: "fuel.keeper", department: "fuel", title: text("保管员") }], chapters: [element, chapter],
  })
  const { id } = gave(await importFile(office, await aFile(content), { draft: "new" }))
  const { editionId } = gave(await confirmImport(office, { id }))
  gave(await submitEdition(office, { id: editionId }))
  gave(await publishEdition(actingAt(company.people.office2, now), { id: editionId, effectiveFrom: "2026-10-01" }))
})

async function codes(asked: Record<string, string>) {
  const { items, total } = await listControlPoints(office, pointFilter.parse(asked))
  expect(total).toBe(items.length)
  return items.map(({ code }) => code)
}

const all = ["7.1.2.1", "7.1.3.1", "8.1.1.1", "8.1.1.2", "8.1.2.1", "8.1.2.2"]

test.each([
  [{}, all],
  [{ node: "7.1" }, ["7.1.2.1", "7.1.3.1"]],
  [{ node: "8" }, []],
  [{ step: "8.1.2" }, ["8.1.2.1", "8.1.2.2"]],
  [{ step: "8.1.2", node: "7.1" }, []],
  [{ aspect: "communication" }, ["7.1.3.1"]],
  [{ frequency: "yearly" }, ["7.1.3.1", "8.1.1.2"]],
  [{ nature: "automated" }, ["8.1.2.1"]],
  [{ department: "fuel" }, ["8.1.2.1"]],
  [{ position: "fuel.keeper" }, ["8.1.2.1"]],
  [{ kind: "company" }, ["8.1.2.2"]],
  [{ kind: "gas" }, ["7.1.2.1", "7.1.3.1", "8.1.1.1", "8.1.1.2", "8.1.2.1"]],
  [{ kind: "wind" }, []],
  [{ assertion: "cutoff" }, ["8.1.1.2"]],
  [{ assertion: "accuracy", frequency: "monthly", node: "8.1", kind: "coal" }, ["8.1.1.1", "8.1.2.1"]],
  [{ q: "8.1.1", frequency: "yearly" }, ["8.1.1.2"]],
  [{ q: "稽核会计", aspect: "formulation" }, ["7.1.2.1"]],
  [{ q: "' or true --" }, []],
  [{ q: "%" }, []],
])("a list narrowed by %o holds these points alone, in the handbook's order", async (asked, wanted) => {
  expect(await codes(asked)).toEqual(wanted)
})

test("a narrowed list goes on where its page ended", async () => {
  const asked = { frequency: "monthly", limit: "2" }
  const first = await listControlPoints(office, pointFilter.parse(asked))
  expect(first).toMatchObject({ total: 4, items: [{ code: "7.1.2.1" }, { code: "8.1.1.1" }] })
  const last = await listControlPoints(office, pointFilter.parse({ ...asked, cursor: first.next }))
  expect(last).toMatchObject({ next: null, items: [{ code: "8.1.2.1" }, { code: "8.1.2.2" }] })
})
