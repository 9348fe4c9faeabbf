import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { Params, Refusal } from "@/lib/platform/refusal"
import { comparable } from "@/lib/platform/workbook/cells"
import { parseAddress } from "@/lib/platform/workbook/address"
import { confirmImport } from "@/lib/handbook/commands/import"
import { removeMapping } from "@/lib/handbook/commands/remove-mapping"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { importPage, openDrafts } from "@/lib/handbook/queries/edition-page"
import { keptMappings } from "@/lib/handbook/queries/mappings"
import * as inputs from "@/lib/handbook/schema/inputs"
import { mapping, mappingName, matchedLists, removeMapping as mappingToRemove, type Mapping } from "@/lib/handbook/schema/mapping"
import { isForeign } from "@/lib/handbook/rules/difference"
import { matchImport } from "@/lib/handbook/workbook/foreign"
import { matchPage } from "@/lib/handbook/workbook/match-page"
import { importAnswer, keptAnswer, matchingAnswer, stagedAnswer } from "./answers"

const noFile: Refusal = { code: "invalid", message: "handbook.refusals.noFile", errors: [{ path: "file", message: "common.errors.file" }] }
const gone: Refusal = { code: "not-found", message: "common.refusals.not-found" }

const matchingQuery = z.object({
  id: z.string(), sheet: z.string().max(300).optional(), row: z.coerce.number().int().min(1).max(200).optional(), matching: z.uuid().optional(),
  /** `B=code,E=titleZh`; without it as the headings say. */
  columns: z.string().max(4000).optional(),
})
const matched = z.object({ id: z.uuid(), mapping, name: mappingName.default("") })

/** Workbooks into the handbook over HTTP, those included that somebody else shaped (domain.md § 1). */
export const importOperations: Operation[] = [
  operation({
    method: "POST", path: "/handbook-imports", kind: "create", multipart: true, summary: "Upload a workbook (20 MB) into a preview; `foreign` says that its columns are to be matched first",
    input: z.object({ draft: inputs.importTarget }), output: stagedAnswer, run: refusalWithoutFile,
  }),
  operation({
    method: "GET", path: "/handbook-imports/{id}", kind: "record", summary: "What an uploaded workbook would change, and its problems at their cells", input: z.object({ id: z.string() }), output: importAnswer,
    run: async (actor, { id }) => {
      const page = await importPage(actor, id)
      if (!page) return null
      const { difference, base, lacks } = page.summary
      return {
        id: page.id, name: page.name, size: page.size, sha256: page.sha256, editionId: page.editionId, uploadedAt: page.uploadedAt, confirmedAt: page.confirmedAt, foreign: isForeign(page),
        matchedBy: page.mapping, base: base && { id: base.id, number: base.number }, counts: difference?.counts ?? [], lacks,
        problems: page.problems.map(({ message, params, sheet, cell }) => ({ code: message.split(".").at(-1) ?? "", detail: said(actor, message, params), sheet: sheet ?? null, cell: cell ?? null })),
      }
    },
  }),
  operation({
    method: "GET", path: "/handbook-imports/{id}/matching", kind: "record", summary: "How the columns and values of an uploaded workbook may be matched: as kept, as matched before, else as guessed", input: matchingQuery, output: matchingAnswer,
    run: async (actor, { id, sheet, row, matching, columns }) => {
      const chosen = columns === undefined ? {} : { step: "values", ...chosenColumns(columns) }
      const page = await matchPage(actor, { id, locale: actor.language, query: { sheet, row: row === undefined ? undefined : String(row), matching, ...chosen } })
      if (!page) return null
      const { place, sheets, rows, kept, chosen: used, fields, lists, lack, known } = page
      return {
        id, sheets, place, rows, kept, matching: used ?? null, columns: page.columns.map(({ letters, heading, nth, samples, field }) => ({ letters, heading, nth, samples, field })),
        fields: [...fields.required.map((field) => ({ ...field, required: true })), ...[...fields.others, ...fields.english].map((field) => ({ ...field, required: false }))],
        lists, lack, codes: known?.codes ?? "tidied", rest: known?.rest ?? "keep",
      }
    },
  }),
  operation({
    method: "POST", path: "/handbook-imports/{id}/match", kind: "change", summary: "Preview an uploaded workbook by a matching, which is kept under `name` unless that is empty", input: matched, output: z.object({ id: z.uuid(), problems: z.number() }),
    run: (actor, { id, mapping: given, name }) => matchImport(actor, { id, name, mapping: comparably(given) }, actor.language),
  }),
  operation({
    method: "POST", path: "/handbook-imports/{id}/confirm", kind: "change", summary: "Write a preview without problems into its draft, all of it or nothing", input: inputs.confirmImport,
    output: z.object({ id: z.uuid(), editionId: z.uuid(), number: z.string() }), run: confirmImport,
  }),
  operation({
    method: "GET", path: "/handbook-matchings", kind: "list", summary: "The matchings that were kept", input: z.object({}), output: z.object({ items: z.array(keptAnswer), next: z.null() }),
    run: async (actor) => ({ items: (await keptMappings(actor)).map(({ id, name, headings, mapping: kept, keptAt, version }) => ({ id, name, headings, mapping: kept, keptAt, version })), next: null }),
  }),
  operation({ method: "POST", path: "/handbook-matchings/{id}/remove", kind: "change", summary: "Offer a kept matching no more; what was imported by it stays", input: mappingToRemove, output: z.object({ id: z.uuid() }), run: removeMapping }),
]

// The file comes as a form, by a route of its own; without one only who asks is judged.
async function refusalWithoutFile(actor: Actor) {
  const { company } = await openDrafts(actor)
  if (!company || !actor.audience.includes("operating")) return { ok: false, refusal: gone }
  const verdict = mayKeepHandbook(actor, company.id)
  return { ok: false, refusal: verdict.allowed ? noFile : verdict.refusal }
}

// As the page of columns sends it: by the column's number.
function chosenColumns(pairs: string): Record<string, string> {
  return Object.fromEntries(pairs.split(",").map((pair) => {
    const [letters = "", field = ""] = pair.split("=")
    return [`c${parseAddress(`${letters.trim().toUpperCase()}1`)?.column ?? 0}`, field.trim()]
  }))
}

function said(actor: Actor, message: string, params: Params): string {
  const [room = "", ...rest] = message.split(".")
  return wordsIn(actor.language, room)(rest.join("."), params)
}

// Their values may be written as they stand in the workbook.
function comparably(given: Mapping): Mapping {
  const values: Mapping["values"] = {}
  for (const list of matchedLists) {
    const own = given.values[list]
    if (own) values[list] = Object.fromEntries(Object.entries(own).map(([theirs, ours]) => [comparable(theirs), ours]))
  }
  return { ...given, values }
}
