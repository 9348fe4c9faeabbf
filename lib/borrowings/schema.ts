import { z } from "zod"
import { givenDay } from "@/lib/platform/day-schema"

const id = z.uuid()
const blank = z.literal("").transform(() => undefined)
const maybe = <Schema extends z.ZodType>(schema: Schema) => blank.or(schema).optional()
const version = maybe(z.coerce.number().int().positive())
const words = z.string().trim().min(5, "borrowings.errors.words").max(1000, "borrowings.errors.long")

/** With `personId` the tester is lent at once, by somebody who leads both units. */
export const askTesterSchema = z.object({
  testIds: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(id, "common.errors.nothingSelected").min(1, "common.errors.nothingSelected").max(500)),
  lastDay: givenDay, reason: words, personId: maybe(id),
})
export type AskTester = z.output<typeof askTesterSchema>

export const lendTesterSchema = z.object({ id, version, personId: id })
export type LendTester = z.output<typeof lendTesterSchema>

export const borrowingWithReasonSchema = z.object({ id, version, reason: words })
export type BorrowingWithReason = z.output<typeof borrowingWithReasonSchema>

export const borrowingFilterSchema = z.object({
  unit: maybe(z.string()), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: maybe(id),
})
export type BorrowingFilter = z.output<typeof borrowingFilterSchema>
