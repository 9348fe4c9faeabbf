import { z } from "zod"
import { likelihoods } from "@/lib/deficiencies/schema/values"
import { isDay } from "@/lib/platform/days"
import { bases } from "@/lib/scoping/rules/materiality"
import { grounds, impacts, parts, reportKinds } from "@/lib/scoping/rules/values"

const emptyIsAbsent = (value: unknown) => (value === "" || value === null ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyIsAbsent, schema.optional())
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(schema).max(500))
/** Codes of points, as a list or as a text in which they stand apart by spaces or commas. */
const codes = z.preprocess((value) => (typeof value === "string" ? value.split(/[\s,，、;；]+/).filter(Boolean) : (value ?? [])), z.array(z.string().trim().min(1).max(40)).max(200))
const words = (most = 2000) => z.preprocess((value) => value ?? "", z.string().trim().min(1, "common.errors.missing").max(most))
const reason = z.preprocess((value) => value ?? "", z.string().trim().min(5, "scoping.errors.reason").max(2000))
const day = optional(z.string("common.errors.date").refine(isDay, "common.errors.date"))
const amount = z.preprocess(emptyIsAbsent, z.coerce.number("common.errors.number").min(-1e15).max(1e15))
const positive = z.preprocess(emptyIsAbsent, z.coerce.number("common.errors.number").min(0).max(1e15))
const percent = z.coerce.number("common.errors.number").gt(0, "scoping.errors.percent").max(100, "scoping.errors.percent")

/** The scope, and the version that the person saw; left out, the present one is meant. */
const about = { id: z.uuid(), version: optional(z.coerce.number().int().min(1)) }
export const aboutSchema = z.object(about)
export type About = z.output<typeof aboutSchema>

export const draftSchema = z.object({ year: z.coerce.number("common.errors.number").int().min(2000).max(2999) })
export type Draft = z.output<typeof draftSchema>

/** Figures in yuan; percentages in per cent, the rule's own where left out. */
export const materialitySchema = z.object({
  ...about, profitBeforeTax: amount, averageProfit: optional(amount), revenue: positive, assets: positive,
  basis: z.enum(bases, "common.errors.choice"), percentage: optional(percent), performancePercentage: optional(percent), trivialPercentage: optional(percent),
  reason: optional(z.string().trim().max(2000)),
})
export type SetMateriality = z.output<typeof materialitySchema>

/** Takes units into the scope or leaves them out, which needs a reason. */
export const decideUnitsSchema = z.object({
  ...about, unitIds: list(z.uuid()).pipe(z.array(z.uuid()).min(1, "common.errors.nothingSelected")), decision: z.enum(["in", "out"], "common.errors.choice"),
  reason: optional(z.string().trim().max(2000)),
})
export type DecideUnits = z.output<typeof decideUnitsSchema>

const part = { ...about, partId: optional(z.uuid()) }

/** Without `partId` a new account. `shares`: how much of it each unit holds, in per cent, by the unit's id. */
export const accountSchema = z.object({
  ...part, nameZh: words(100), nameEn: optional(z.string().trim().max(200)), amount: positive, ground: z.enum(grounds, "common.errors.choice"),
  reason: optional(z.string().trim().max(2000)), processes: list(z.string().trim().max(40)), shares: z.record(z.uuid(), percent).default({}),
})
export type SaveAccount = z.output<typeof accountSchema>

/** The same from a form, whose fields are called `shares.<unit id>`; an empty one holds nothing. */
export const accountFormSchema = z.preprocess((given) => {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(given)
  const shares = Object.entries(values).filter(([name, value]) => name.startsWith("shares.") && value !== "" && Number(value) !== 0)
  return { ...values, shares: Object.fromEntries(shares.map(([name, value]) => [name.slice(7), value])) }
}, accountSchema)

export const riskSchema = z.object({
  ...part, descriptionZh: words(), descriptionEn: optional(z.string().trim().max(2000)), accounts: list(z.uuid()),
  likelihood: z.enum(likelihoods, "common.errors.choice"), impact: z.enum(impacts, "common.errors.choice"), points: codes,
})
export type SaveRisk = z.output<typeof riskSchema>

export const providerSchema = z.object({
  ...part, nameZh: words(100), nameEn: optional(z.string().trim().max(200)), service: words(), report: z.enum(reportKinds, "common.errors.choice"),
  periodFrom: day, periodTo: day, remaining: words(), points: codes,
})
export type SaveProvider = z.output<typeof providerSchema>

export const removeSchema = z.object({ ...about, part: z.enum(parts), partId: z.uuid() })
export type Remove = z.output<typeof removeSchema>

export const approveSchema = z.object({ ...about, opinion: optional(z.string().trim().max(2000)) })
export type Approve = z.output<typeof approveSchema>

export const reviseSchema = z.object({ ...about, reason })
export type Revise = z.output<typeof reviseSchema>
