import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { Refusal } from "@/lib/platform/refusal"
import { copyOwners } from "@/lib/units/commands/copy-owners"
import { setFiscalYear } from "@/lib/units/commands/fiscal-year"
import { keepHolidays, removeHoliday } from "@/lib/units/commands/holidays"
import { confirmUnitImport } from "@/lib/units/commands/imports"
import { holidaysOf } from "@/lib/units/queries/calendar"
import { chartOf } from "@/lib/units/queries/chart"
import { ownerCopyPage } from "@/lib/units/queries/copy-owners"
import { unitImportPage, unitImports } from "@/lib/units/queries/imports"
import * as schema from "@/lib/units/schema"

const noFile: Refusal = { code: "invalid", message: "organisation.refusals.noFile", errors: [{ path: "file", message: "common.errors.file" }] }
const counts = { added: z.number().int(), changed: z.number().int(), ended: z.number().int() }
const staged = z.object({ id: z.uuid(), problems: z.number().int(), ...counts })
const listed = z.looseObject({ id: z.uuid(), unitId: z.uuid(), kind: schema.importKind, name: z.string(), uploadedAt: z.date().or(z.string()), confirmedAt: z.date().or(z.string()).nullable() })
const holiday = z.object({ country: z.string(), date: z.string(), workday: z.boolean(), name: z.string() })

/** Organisation, owners and holidays from workbooks, and owners copied from another plant, over HTTP (domain.md § 2). */
export const unitImportOperations: Operation[] = [
  operation({
    method: "POST", path: "/unit-imports", kind: "create", multipart: true, summary: "Upload a workbook (20 MB) with organisation, owners or holidays into a preview", input: schema.importTargetSchema, output: staged,
    run: async (actor, { unitId }) => (actor.units?.some(({ id }) => id === unitId) ? { ok: false as const, refusal: noFile } : null),
  }),
  operation({
    method: "GET", path: "/unit-imports/{id}", kind: "record", summary: "What an uploaded workbook would add, change and end, and its problems at their cells", input: z.object({ id: z.string() }), output: listed,
    run: async (actor, { id }) => {
      const page = await unitImportPage(actor, id)
      return page && { id: page.id, unitId: page.unitId, kind: page.kind, name: page.name, uploadedAt: page.uploadedAt, confirmedAt: page.confirmedAt, ...page.summary, problems: page.problems.map(({ message, params, ...place }) => ({ ...place, code: message.split(".").at(-1) ?? "", detail: said(actor, message, params) })) }
    },
  }),
  operation({ method: "POST", path: "/unit-imports/{id}/confirm", kind: "change", summary: "Write a preview without problems, all of it or nothing", input: schema.confirmUnitImportSchema, output: z.object({ id: z.uuid(), ...counts }), run: confirmUnitImport }),
  operation({
    method: "GET", path: "/units/{unitId}/imports", kind: "list", summary: "The latest workbooks uploaded for a unit", input: z.object({ unitId: z.string(), limit: z.coerce.number().int().min(1).max(200).default(50) }), output: z.object({ items: z.array(listed), next: z.null() }),
    run: async (actor, filter) => ({ items: await unitImports(actor, filter), next: null }),
  }),
  operation({ method: "GET", path: "/units/{id}/chart", kind: "record", summary: "Departments, positions and who holds them", input: z.object({ id: z.string() }), output: z.looseObject({}), run: (actor, { id }) => chartOf(actor, id) }),
  operation({
    method: "GET", path: "/units/{unitId}/owners/copy", kind: "record", summary: "Which owners another unit of the same kind (`from`) tells for the points without one", input: z.object({ unitId: z.string(), from: z.string().optional() }), output: z.looseObject({}),
    run: async (actor, { unitId, from }) => {
      const page = await ownerCopyPage(actor, unitId, from)
      return page && {
        from: page.copy?.from.code ?? null, seen: page.copy?.digest ?? null, others: page.others.map((unit) => ({ id: unit.id, code: unit.code })),
        matches: page.copy?.matches.map(({ point, position, personId }) => ({ code: point.code, pointId: point.pointId, position, personId })) ?? [],
        gaps: page.copy?.gaps.map(({ point, position, why }) => ({ code: point.code, pointId: point.pointId, position, why })) ?? [],
      }
    },
  }),
  operation({ method: "POST", path: "/units/{unitId}/owners/copy", kind: "change", summary: "Copy owners, by their positions, from another unit of the same kind", input: schema.copyOwnersSchema, output: z.object({ assigned: z.number().int(), gaps: z.number().int() }), run: copyOwners }),
  operation({
    method: "GET", path: "/holidays", kind: "list", summary: "Holidays, and weekend days worked in exchange, by country and year", input: schema.holidayFilterSchema, output: z.object({ items: z.array(holiday), next: z.null() }),
    run: async (actor, filter) => ({ items: await holidaysOf(actor, filter), next: null }),
  }),
  operation({ method: "POST", path: "/units/{unitId}/holidays", kind: "change", summary: "Keep a country's holidays from lines such as “2026-10-01~2026-10-07 holiday National Day”; the company's unit", input: schema.keepHolidaysSchema, output: z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() }), run: keepHolidays }),
  operation({ method: "POST", path: "/units/{unitId}/fiscal-year", kind: "change", summary: "Set the month with which the company's fiscal year begins, before anything is planned", input: schema.setFiscalYearSchema, output: z.object({ id: z.uuid() }), run: setFiscalYear }),
  operation({ method: "POST", path: "/units/{unitId}/holidays/remove", kind: "change", summary: "Remove a day from a country's holidays", input: schema.removeHolidaySchema, output: z.object({ id: z.uuid() }), run: removeHoliday }),
]

function said(actor: Actor, message: string, params: Record<string, string | number>): string {
  const [namespace = "", ...key] = message.split(".")
  return wordsIn(actor.language, namespace)(key.join("."), params)
}
