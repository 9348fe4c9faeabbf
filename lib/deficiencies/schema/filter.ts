import { z } from "zod"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import { ages } from "@/lib/deficiencies/rules/standing"
import { grades, kinds, sources } from "@/lib/deficiencies/schema/values"
import { isQuarter } from "@/lib/platform/periods"

const emptyIsAbsent = (value: unknown) => (value === "" ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyIsAbsent, schema.optional()).catch(undefined)

export const statusFilters = ["open", ...deficiencyLifecycle.states] as const
export const sorts = ["number", "-number", "due", "-due", "registered", "-registered"] as const

/** The list's filters; a word that means nothing is as if absent. `unit` is an id or a code, `owner` an id or "me". */
export const deficiencyFilterSchema = z.object({
  unit: optional(z.string().max(60)),
  status: optional(z.enum(statusFilters)),
  grade: optional(z.enum([...grades, "ungraded"])),
  node: optional(z.string().max(20)),
  quarter: optional(z.string().refine(isQuarter)),
  year: optional(z.coerce.number().int().min(2000).max(2200)),
  kind: optional(z.enum(kinds)),
  source: optional(z.enum(sources)),
  owner: optional(z.union([z.literal("me"), z.uuid()])),
  overdue: optional(z.enum(["yes"])),
  age: optional(z.enum(ages)),
  sort: optional(z.enum(sorts)),
  cursor: optional(z.uuid()),
  limit: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(1).max(200).default(50)).catch(50),
})
export type DeficiencyFilter = z.output<typeof deficiencyFilterSchema>

/** What a deficiency report is about; everything that is reached where nothing is said. */
export const reportFilterSchema = deficiencyFilterSchema.pick({ unit: true, quarter: true, year: true })
export type ReportFilter = z.output<typeof reportFilterSchema>
