import { z } from "zod"
import { obligationStatuses } from "@/lib/evidence/rules/status"
import { isDay } from "@/lib/platform/days"
import { isId } from "@/lib/platform/ids"
import { isQuarter } from "@/lib/platform/periods"

/** What a record can be: the source's six, then others (domain.md § 3). */
export const evidenceKinds = ["authorisation", "review", "initialisation", "report", "minutes", "stocktake", "other"] as const

const emptyIsAbsent = (value: unknown) => (value === "" ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyIsAbsent, schema.optional())
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(schema))

const line = (most: number) => optional(z.string().trim().max(most))
const day = z.string().refine(isDay, "common.errors.date")
export const quarter = z.string().refine(isQuarter, "evidence.errors.quarter")

export const planObligationsSchema = z.object({ unitId: z.uuid(), quarter })
export type PlanObligations = z.infer<typeof planObligationsSchema>

const contents = {
  /** "no" stands for *did not occur*; the note is then the reason. */
  occurred: z.preprocess(emptyIsAbsent, z.enum(["yes", "no"]).default("yes")),
  kind: optional(z.enum(evidenceKinds, "common.errors.choice")),
  occurredOn: optional(day),
  performedBy: optional(z.uuid()),
  reference: line(120),
  amount: optional(z.string().trim().regex(/^-?\d{1,16}(\.\d{1,2})?$/, "evidence.errors.amount")),
  counterparty: line(120),
  count: optional(z.coerce.number("common.errors.number").int("common.errors.number").min(0).max(1_000_000_000)),
  source: line(200),
  location: line(200),
  note: z.preprocess((value) => value ?? "", z.string().trim().max(4000)),
}

export const submitEvidenceSchema = z.object({
  obligationIds: list(z.uuid("evidence.errors.obligation")).pipe(z.array(z.string()).min(1, "evidence.errors.obligation").max(50)),
  ...contents,
  /** Sent again with the same key, the same record is answered and none is made. */
  key: optional(z.string().min(8).max(120)),
})
export type SubmitEvidence = z.output<typeof submitEvidenceSchema>

export const resubmitEvidenceSchema = z.object({
  recordId: z.uuid(),
  /** The newest version that the person saw. */
  version: optional(z.coerce.number().int().min(1)),
  reason: z.preprocess((value) => value ?? "", z.string().trim().min(1, "common.errors.reason").max(2000)),
  ...contents,
  /** Files of the version before that go on into this one, by their SHA-256. */
  keep: list(z.string().regex(/^[0-9a-f]{64}$/)),
  key: optional(z.string().min(8).max(120)),
})
export type ResubmitEvidence = z.output<typeof resubmitEvidenceSchema>

/** A file as the upload left it in the store. It comes from the upload alone, never from a client: the hash opens the content. */
export type UploadedFile = { name: string; size: number; sha256: string; mime: string }

const revision = optional(z.coerce.number().int().min(1))
export const acceptUseSchema = z.object({ id: z.uuid(), revision })
export type AcceptUse = z.output<typeof acceptUseSchema>

export const acceptUsesSchema = z.object({ ids: list(z.uuid()).pipe(z.array(z.string()).min(1, "common.errors.nothingSelected").max(200)) })
export type AcceptUses = z.output<typeof acceptUsesSchema>

export const returnUseSchema = z.object({
  id: z.uuid(),
  revision,
  reason: z.preprocess((value) => value ?? "", z.string().trim().min(1, "common.errors.reason").max(2000)),
})
export type ReturnUse = z.output<typeof returnUseSchema>

// Where a page of the list ended: the day that its last obligation is due, and its id.
function isPlace(cursor: string): boolean {
  const [day = "", id = "", ...more] = cursor.split("_")
  return isDay(day) && isId(id) && more.length === 0
}

/** The list of obligations: each word may be absent; a word that means nothing is as if absent. */
export const obligationFilterSchema = z.object({
  unit: optional(z.string().max(60)).catch(undefined),
  /** A person's id, or "me". */
  owner: optional(z.union([z.literal("me"), z.uuid()])).catch(undefined),
  /** The name of who owns or performs, or a part of it. */
  name: optional(z.string().trim().max(120).transform((words) => words || undefined)).catch(undefined),
  status: optional(z.enum(obligationStatuses)).catch(undefined),
  period: optional(z.string().max(12)).catch(undefined),
  node: optional(z.string().max(20)).catch(undefined),
  point: optional(z.uuid()).catch(undefined),
  cursor: optional(z.string().refine(isPlace)).catch(undefined),
  limit: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(1).max(200).default(50)).catch(50),
})
export type ObligationFilter = z.output<typeof obligationFilterSchema>

/** For the file field of a form; what a file truly is, the upload looks at its content. */
export const acceptedFiles = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,.xlsx,.docx,.pptx,.csv,.txt"
