import { z } from "zod"
import { givenDay } from "@/lib/platform/day-schema"
import { isQuarter } from "@/lib/platform/periods"

const id = z.uuid()
const version = z.coerce.number().int().positive().optional()
const name = z.string().trim().min(1).max(200)
const list = <Item extends z.ZodType>(item: Item) => z.union([z.literal("").transform(() => []), z.array(item), item.transform((one) => [one])]).default([])
const quarter = z.string().refine(isQuarter, "releases.errors.quarter")

/** What a release names: an assessment, its tests, the evidence records used, the deficiencies, the statements. */
export const releaseKinds = ["assessment", "test", "record", "deficiency", "statement"] as const
export type ReleaseKind = (typeof releaseKinds)[number]

export const openEngagementSchema = z
  .object({ unitId: id, nameZh: name, nameEn: name, from: givenDay, to: givenDay })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "releases.errors.dates" })
export type OpenEngagement = z.output<typeof openEngagementSchema>

export const addMemberSchema = z.object({ id, version, personId: id })
export type AddMember = z.output<typeof addMemberSchema>

export const endEngagementSchema = z.object({ id, version })
export const engagementSchema = z.object({ id })
export type EndEngagement = z.output<typeof endEngagementSchema>

/** `withhold` names what is in scope and held back, as `kind:id`; it needs a reason. The secrecy check is noted always. */
export const releaseQuarterSchema = z
  .object({
    id, version, unitId: id, quarter,
    secrecyNote: z.string().trim().min(5, "releases.errors.secrecy").max(2000),
    withhold: list(z.string().regex(/^(test|record|deficiency|statement):[0-9a-f-]{36}$/)),
    reason: z.string().trim().max(1000).default(""),
  })
  .refine(({ withhold, reason }) => withhold.length === 0 || reason.length >= 5, { path: ["reason"], message: "releases.errors.withheldReason" })
export type ReleaseQuarter = z.output<typeof releaseQuarterSchema>

export const engagementFilterSchema = z.object({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export type EngagementFilter = z.output<typeof engagementFilterSchema>
