import { z } from "zod"
import { accessReviewLifecycle } from "@/lib/access-reviews/rules/lifecycle"
import { givenDay } from "@/lib/platform/day-schema"
import { isQuarter } from "@/lib/platform/periods"

const id = z.uuid()
const blank = z.literal("").transform(() => undefined)
const maybe = <Schema extends z.ZodType>(schema: Schema) => blank.or(schema).optional()
const version = maybe(z.coerce.number().int().positive())
const words = z.string().trim().min(5, "access-reviews.errors.words").max(1000, "access-reviews.errors.long")
const several = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (typeof value === "string" ? [value] : value), schema)

export const lineKinds = ["grant", "holding", "token", "deputy", "borrowing", "engagement"] as const
export type LineKind = (typeof lineKinds)[number]
export const decisions = ["keep", "withdraw", "shorten"] as const
export type Decision = (typeof decisions)[number]

/** One unit or several at once; each gets a review of its own. */
export const openReviewSchema = z.object({
  unitIds: several(z.array(id, "common.errors.nothingSelected").min(1, "common.errors.nothingSelected").max(200)), quarter: z.string().refine(isQuarter, "access-reviews.errors.quarter"),
})
export type OpenReview = z.output<typeof openReviewSchema>

export const showing = ["warned", "undecided", "withdrawn"] as const
const finding = { q: maybe(z.string().trim().max(100)), show: maybe(z.enum(showing)), of: maybe(z.string().max(300)) }

/** Which lines of a review are looked for; `of` is a group, as `rules/finding.ts` makes them. */
export const findLinesSchema = z.object({ ...finding, cursor: maybe(id) })
export type Finding = { q?: string; show?: (typeof showing)[number]; of?: string }

/** `until` is the first day on which it no longer holds; with `all`, every undecided line that is looked for, but the asker's own. */
export const decideLinesSchema = z.object({
  id, version, lineIds: several(z.array(id).max(2000).default([])), all: maybe(z.literal("yes")), ...finding, decision: z.enum(decisions), until: maybe(givenDay), reason: maybe(words),
}).refine(({ lineIds, all }) => all !== undefined || lineIds.length > 0, { path: ["lineIds"], message: "common.errors.nothingSelected" })
export type DecideLines = z.output<typeof decideLinesSchema>

export const reviewSchema = z.object({ id, version })
export type OfReview = z.output<typeof reviewSchema>

export const reviewWithReasonSchema = z.object({ id, version, reason: words })
export type ReviewWithReason = z.output<typeof reviewWithReasonSchema>

export const reviewFilterSchema = z.object({
  unit: maybe(z.string()), status: maybe(z.enum(accessReviewLifecycle.states)), quarter: maybe(z.string()),
  limit: z.coerce.number().int().min(1).max(200).default(50), cursor: maybe(id),
})
export type ReviewFilter = z.output<typeof reviewFilterSchema>
