import { z } from "zod"
import { proofShape } from "@/lib/access/schema"
import { handoverLifecycle } from "@/lib/handovers/rules/lifecycle"
import { givenDay } from "@/lib/platform/day-schema"

const id = z.uuid()
const blank = z.literal("").transform(() => undefined)
const maybe = <Schema extends z.ZodType>(schema: Schema) => blank.or(schema).optional()
const version = maybe(z.coerce.number().int().positive())
const words = z.string().trim().min(5, "handovers.errors.words").max(1000, "handovers.errors.long")

/** `leavesOn` is the first day on which the person no longer answers; the interim owner answers from then on. */
export const openHandoverSchema = z.object({
  unitId: id, personId: id, kind: z.enum(["leaves", "moves"]), leavesOn: givenDay, interimPersonId: maybe(id), note: words,
})
export type OpenHandover = z.output<typeof openHandoverSchema>

/** Gives some of what passes on to one taker; without a choice, everything that nobody takes yet. */
export const divideSchema = z.object({
  id, version, takerPersonId: id, itemIds: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(id).max(2000).default([])),
})
export type Divide = z.output<typeof divideSchema>

/** `personId` is whose signature it is (one's own unless told); in somebody's place only with the reason. */
export const signHandoverSchema = z.object({
  id, version, personId: maybe(id), reason: maybe(words), ...proofShape,
})
export type SignHandover = z.output<typeof signHandoverSchema>

export const superviseSchema = z.object({ id, version, ...proofShape })
export type Supervise = z.output<typeof superviseSchema>

export const cancelHandoverSchema = z.object({ id, version, reason: words })
export type CancelHandover = z.output<typeof cancelHandoverSchema>

export const declineHandoverSchema = z.object({ id, version, reason: words })
export type DeclineHandover = z.output<typeof declineHandoverSchema>

export const handoverStatuses = ["open", ...handoverLifecycle.states] as const
export const handoverFilterSchema = z.object({
  unit: maybe(z.string()), status: maybe(z.enum(handoverStatuses)), person: maybe(id), cursor: maybe(id), limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type HandoverFilter = z.output<typeof handoverFilterSchema>
