import { z } from "zod"
import { changeFields } from "@/lib/change-requests/rules/fields"
import { changeRequestLifecycle } from "@/lib/change-requests/rules/lifecycle"

const id = z.uuid()
const version = z.coerce.number().int().positive().optional()
const words = z.string().trim().min(5, "change-requests.errors.words").max(4000, "change-requests.errors.long")
const optionalText = z.string().trim().max(4000, "change-requests.errors.long").transform((text) => text || null).nullable().default(null)

/** A wording as it is kept. */
export const wording = z.union([z.object({ zh: z.string().min(1), en: z.string().min(1).nullable() }), z.object({ value: z.string().min(1) })])

/** `proposed` is the Chinese text, or the code of a frequency or position; `proposedEn` the English text where there is one. */
const proposal = { proposed: z.string().trim().min(1, "change-requests.errors.proposedMissing").max(4000, "change-requests.errors.long"), proposedEn: optionalText }

/** A request about a control point (`code` of the point) or a step (`code` of the step) of the edition in force. */
export const submitRequestSchema = z.object({ unitId: id, code: z.string().trim().min(3), field: z.enum(changeFields), ...proposal, practice: words, reason: words })
export type SubmitRequest = z.output<typeof submitRequestSchema>

export const takeUpSchema = z.object({ id, version })
export type TakeUp = z.output<typeof takeUpSchema>

/** A question, an answer, a reason to decline or withdraw. */
export const sayRequestSchema = z.object({ id, version, text: words })
export type SayRequest = z.output<typeof sayRequestSchema>

/** Acceptance: the wording as it goes into the draft (the company may improve it) and the reason. */
export const acceptRequestSchema = z.object({ id, version, ...proposal, text: words })
export type AcceptRequest = z.output<typeof acceptRequestSchema>

export const requestFilterSchema = z.object({
  unit: z.string().optional(), status: z.enum(changeRequestLifecycle.states).optional(), point: id.optional(),
  cursor: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RequestFilter = z.output<typeof requestFilterSchema>
