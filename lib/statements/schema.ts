import { z } from "zod"
import { proofShape } from "@/lib/access/schema"
import { locales } from "@/lib/platform/i18n/locales"
import { isQuarter } from "@/lib/platform/periods"

const blank = z.literal("").transform(() => undefined)
const quarter = z.string().refine(isQuarter, "statements.errors.quarter")
const version = blank.or(z.coerce.number().int()).optional()
const ticked = z.union([z.boolean(), z.enum(["on", "true", "false"]).transform((value) => value !== "false")]).default(false)
const words = z.string().trim().max(4000)
const id = z.uuid()

export const statementStates = ["drafted", "ready", "signed", "countersigned", "refused", "withdrawn"] as const

/** The facts that a statement states, frozen when it is made ready (domain.md § 6). */
export const factsSchema = z.object({
  applicable: z.number().int(),
  tested: z.number().int(),
  effective: z.number().int(),
  ineffective: z.number().int(),
  didNotOccur: z.number().int(),
  notDue: z.number().int(),
  unfinished: z.array(z.object({ code: z.string(), status: z.string() })),
  open: z.object({
    "control-deficiency": z.number().int(),
    "significant-deficiency": z.number().int(),
    "material-weakness": z.number().int(),
    ungraded: z.number().int(),
  }),
})
export type StatementFacts = z.output<typeof factsSchema>

/** What is declared, in the statement's language, with the names as they stood. */
export const declarationsSchema = z.object({
  organisation: z.string(),
  unit: z.string(),
  title: z.string(),
  period: z.string(),
  edition: z.string(),
  lines: z.array(z.string()),
})
export type Declarations = z.output<typeof declarationsSchema>

export const prepareStatementSchema = z.object({ unitId: id, quarter, language: z.enum(locales).default("zh-CN") })
export type PrepareStatement = z.output<typeof prepareStatementSchema>

export const refreshStatementSchema = z.object({ id, version })
export type RefreshStatement = z.output<typeof refreshStatementSchema>

/** `factsHash` names the facts that the signer has read. Unfinished tests are declared by `declared` and the words in `unfinished`. */
export const signStatementSchema = z.object({
  id, version,
  factsHash: z.string("statements.errors.factsUnread").min(1),
  exceptions: words.default(""),
  declared: ticked,
  unfinished: words.default(""),
  ...proofShape,
})
export type SignStatement = z.output<typeof signStatementSchema>

export const countersignStatementSchema = z.object({ id, version, ...proofShape })
export type CountersignStatement = z.output<typeof countersignStatementSchema>

export const endStatementSchema = z.object({ id, version, reason: z.string().trim().min(5).max(1000) })
export type EndStatement = z.output<typeof endStatementSchema>

export const statementFilterSchema = z.object({
  unit: id.optional(),
  quarter: quarter.optional(),
  status: z.enum(statementStates).optional(),
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type StatementFilter = z.output<typeof statementFilterSchema>
