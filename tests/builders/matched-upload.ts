import { matchImport } from "@/lib/handbook/workbook/foreign"
import { importFile } from "@/lib/handbook/workbook/import"
import { matchPage } from "@/lib/handbook/workbook/match-page"
import { keptMappings } from "@/lib/handbook/queries/mappings"
import type { Actor } from "@/lib/platform/actor"
import { gave } from "./evidence"
import { aForeignWorkbook } from "./foreign-workbook"
import { aFile } from "./handbook"

/** An upload that somebody else shaped, previewed by a matching that was kept: their ids by the first word of the API's paths. */
export async function aMatchedUpload(office: Actor): Promise<Record<"handbook-imports" | "handbook-matchings", string>> {
  const { id } = gave(await importFile(office, await aFile(await aForeignWorkbook(), "matrix.xlsx"), { draft: "new" }))
  const page = await matchPage(office, { id, query: {}, locale: "en" })
  const columns = (page?.columns ?? []).filter(({ field }) => field !== "").map(({ heading, nth, field }) => ({ heading, nth, field }))
  gave(await matchImport(office, { id, name: "Matrix", mapping: { sheets: page?.place.sheets ?? [], row: page?.place.row ?? 1, columns, values: {}, fixed: {}, codes: "tidied", rest: "keep" } }, "en"))
  const [kept] = await keptMappings(office)
  return { "handbook-imports": id, "handbook-matchings": kept?.id ?? "" }
}
