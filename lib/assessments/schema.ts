import { z } from "zod"
import { conclusions } from "./rules/conclusion"
import { exceptionNatures } from "./rules/exceptions"
import { standingFilters } from "./rules/standing"

const blank = (value: unknown) => (value === "" || value === null ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blank, schema.optional())
const list = <Schema extends z.ZodType>(item: Schema) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))
// The database knows no text with a zero character in it.
const plain = (longest: number) => z.string().max(longest).refine((text) => !text.includes("\0"))
const version = optional(z.coerce.number().int())
const words = z.string().trim().min(1).max(4000)
const yes = z.preprocess((value) => value === true || value === "on" || value === "true" || value === "yes", z.boolean())
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, "assessments.errors.quarter")
const paper = { id: z.uuid(), version }

export const planAssessmentSchema = z.object({ unitId: z.uuid(), quarter })
export const assessmentEventSchema = z.object(paper)
export const assignTestsSchema = z.object({
  testIds: list(z.uuid()).pipe(z.array(z.uuid()).min(1, "common.errors.nothingSelected").max(1000)),
  testerPersonId: optional(z.uuid()),
  reviewerPersonId: optional(z.uuid()),
  highRisk: optional(yes),
  version,
})
export const assignOneSchema = z.object({ ...paper, testerPersonId: optional(z.uuid()), reviewerPersonId: optional(z.uuid()), highRisk: optional(yes) })
export const startTestSchema = z.object(paper)
export const recordDesignSchema = z.object({ ...paper, result: z.enum(["effective", "ineffective", "no-change"]), since: optional(quarter), note: words })
export const recordConformitySchema = z.object({
  ...paper, result: z.enum(["same", "different", "better", "no-change"]), since: optional(quarter), note: words,
})
export const freezePopulationSchema = z.object({
  ...paper, from: z.enum(["evidence", "list"]), list: optional(z.string().max(500_000)), source: words, completeness: words,
})
export const drawSamplesSchema = z.object({
  ...paper, method: z.enum(["random", "judgemental"]).default("random"), reason: optional(words),
  size: optional(z.coerce.number().int().min(1).max(1000)), itemIds: list(z.uuid()),
})
export const judgementSchema = z.object({ key: z.string().min(1).max(20), outcome: z.enum(["met", "not-met", "not-applicable"]), note: optional(z.string().trim().max(2000)) })
export const judgeSampleSchema = z.object({ ...paper, sampleId: z.uuid(), judgements: z.array(judgementSchema).min(1, "assessments.errors.judgements") })
/** The same from a form, whose fields are called `outcome-A` and `note-A`; what was left open is not judged. */
export const judgeSampleFormSchema = z.preprocess((given) => {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(given)
  const judged = Object.entries(values).filter(([name, outcome]) => name.startsWith("outcome-") && outcome !== "")
  return { ...values, judgements: judged.map(([name, outcome]) => ({ key: name.slice(8), outcome, note: values[`note-${name.slice(8)}`] })) }
}, judgeSampleSchema)
export const decideExceptionSchema = z.object({
  ...paper, sampleId: z.uuid(), deviation: z.enum(["yes", "no"]), nature: optional(z.enum(exceptionNatures)), reason: words,
})
export const extendSampleSchema = z.object({ ...paper, reason: words })
export const concludeSchema = z.object({ ...paper, conclusion: z.enum(conclusions), note: words })
export const returnWithNotesSchema = z.object({ ...paper, notes: words })
export const reviewSchema = z.object({ ...paper, notes: optional(z.string().trim().max(4000)) })
export const disagreeSchema = z.object({ ...paper, text: words })
export const resolveDisagreementSchema = z.object({ ...paper, disagreementId: optional(z.uuid()), resolution: words })
export const reopenSchema = z.object({ ...paper, reason: words })
export const signOffSchema = z.object({ assessmentId: z.uuid(), node: z.string().min(1).max(20) })
export const signOffTestSchema = z.object({ id: z.uuid() })

export const assessmentFilterSchema = z.object({
  unit: optional(z.string().max(60)), year: optional(z.coerce.number().int().min(2000).max(2999)), status: optional(z.string().max(20)),
  limit: z.coerce.number().int().min(1).max(200).default(50), cursor: optional(z.uuid()),
})
export const testFilterSchema = z.object({
  id: z.uuid(), node: optional(plain(20)), standing: optional(z.enum(standingFilters)), conclusion: optional(z.enum(conclusions)),
  tester: optional(z.uuid()), reviewer: optional(z.uuid()), q: optional(plain(60)),
  limit: z.coerce.number().int().min(1).max(200).default(100), cursor: optional(z.uuid()),
})

export type PlanAssessment = z.output<typeof planAssessmentSchema>
export type AssessmentStep = z.output<typeof assessmentEventSchema>
export type AssignTests = z.output<typeof assignTestsSchema>
export type StartTest = z.output<typeof startTestSchema>
export type RecordDesign = z.output<typeof recordDesignSchema>
export type RecordConformity = z.output<typeof recordConformitySchema>
export type FreezePopulation = z.output<typeof freezePopulationSchema>
export type DrawSamples = z.output<typeof drawSamplesSchema>
export type JudgeSample = z.output<typeof judgeSampleSchema>
export type DecideException = z.output<typeof decideExceptionSchema>
export type ExtendSample = z.output<typeof extendSampleSchema>
export type Conclude = z.output<typeof concludeSchema>
export type ReturnWithNotes = z.output<typeof returnWithNotesSchema>
export type Review = z.output<typeof reviewSchema>
export type Disagree = z.output<typeof disagreeSchema>
export type ResolveDisagreement = z.output<typeof resolveDisagreementSchema>
export type Reopen = z.output<typeof reopenSchema>
export type SignOff = z.output<typeof signOffSchema>
export type AssessmentFilter = z.output<typeof assessmentFilterSchema>
export type TestFilter = z.output<typeof testFilterSchema>
