import { z } from "zod"
import { presumptions } from "@/lib/deficiencies/rules/grading"
import { byHand, causes, grades, kinds, likelihoods } from "@/lib/deficiencies/schema/values"
import { isDay } from "@/lib/platform/days"

const emptyIsAbsent = (value: unknown) => (value === "" ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyIsAbsent, schema.optional())
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(schema))

const text = (most: number) => z.preprocess((value) => value ?? "", z.string().trim().min(1, "common.errors.missing").max(most))
const reason = z.preprocess((value) => value ?? "", z.string().trim().min(1, "common.errors.reason").max(2000))
const note = optional(z.string().trim().max(2000))
const day = z.string("common.errors.date").refine(isDay, "common.errors.date")
const amount = optional(z.coerce.number("common.errors.number").min(-1e15).max(1e15))
const positive = optional(z.coerce.number("common.errors.number").min(0).max(1e15))
const yes = z.preprocess((value) => (value === undefined || value === "" ? undefined : value === true || value === "yes" || value === "on"), z.boolean("common.errors.choice"))

/** The record, and the version that the person saw; left out, the present one is meant. */
const about = { id: z.uuid(), version: optional(z.coerce.number().int().min(1)) }

export const aboutSchema = z.object(about)
export type About = z.output<typeof aboutSchema>

export const registerSchema = z.object({
  unitId: z.uuid("common.errors.choice"),
  pointId: z.uuid("common.errors.choice"),
  kind: z.enum(kinds, "common.errors.choice"),
  source: z.preprocess(emptyIsAbsent, z.enum(byHand, "common.errors.choice").default("self-report")),
  financialReporting: z.preprocess((value) => value ?? "yes", yes),
  cause: optional(z.enum(causes, "common.errors.choice")),
  title: text(200),
  description: text(4000),
})
export type Register = z.output<typeof registerSchema>

export const confirmSchema = z.object({ ...about, note })
export type Confirm = z.output<typeof confirmSchema>

export const reasonSchema = z.object({ ...about, reason })
export type WithReason = z.output<typeof reasonSchema>

/** `confirmed`: the deficiency stands; `withdrawn`: the contest was right. */
export const decideContestSchema = z.object({ ...about, outcome: z.enum(["confirmed", "withdrawn"], "common.errors.choice"), reason })
export type DecideContest = z.output<typeof decideContestSchema>

/** Amounts are in yuan: the potential misstatement of the company's accounts, and the company's year. */
export const gradingSchema = z.object({
  ...about,
  grade: z.enum(grades, "common.errors.choice"),
  likelihood: z.enum(likelihoods, "common.errors.choice"),
  magnitude: positive,
  presumed: list(z.enum(presumptions)),
  profitBeforeTax: amount,
  averageProfit: amount,
  revenue: positive,
  assets: positive,
  reason,
})
export type GradingInput = z.output<typeof gradingSchema>

export const agreePlanSchema = z.object({
  ...about,
  cause: optional(z.enum(causes, "common.errors.choice")),
  actions: text(4000),
  /** The owner unless somebody else is named. */
  remediatorPersonId: optional(z.uuid("common.errors.choice")),
  dueOn: day,
})
export type AgreePlan = z.output<typeof agreePlanSchema>

export const requestExtensionSchema = z.object({ ...about, dueOn: day, reason })
export type RequestExtension = z.output<typeof requestExtensionSchema>

export const decideExtensionSchema = z.object({ ...about, granted: yes, reason })
export type DecideExtension = z.output<typeof decideExtensionSchema>

export const reportImplementedSchema = z.object({ ...about, implementedOn: day, note: text(4000) })
export type ReportImplemented = z.output<typeof reportImplementedSchema>

export const verifySchema = z.object({ ...about, note })
export type Verify = z.output<typeof verifySchema>

export const acceptRiskSchema = z.object({ ...about, until: day, reason })
export type AcceptRisk = z.output<typeof acceptRiskSchema>

export const reopenSchema = z.object({ ...about, title: optional(z.string().trim().max(200)), description: text(4000) })
export type Reopen = z.output<typeof reopenSchema>
