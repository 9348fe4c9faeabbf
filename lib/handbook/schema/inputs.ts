import { z } from "zod"
import { givenDay } from "@/lib/platform/day-schema"
import { frequencies } from "@/lib/platform/periods"
import { aspects, assertions, natures, unitKinds } from "./values"

const absent = (value: unknown) => (value === "" || value === null ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional())
const word = optional(z.string().max(100))

/** What a list of control points is narrowed by; `unit` is a unit's id or code, `owner` a person's id, `kind` a kind of unit that they apply to. */
export const pointFilter = z.object({
  edition: word,
  unit: word,
  node: word,
  aspect: optional(z.enum(aspects)),
  frequency: optional(z.enum(frequencies)),
  position: word,
  step: word,
  department: word,
  nature: optional(z.enum(natures)),
  kind: optional(z.enum(unitKinds)),
  assertion: optional(z.enum(assertions)),
  q: word,
  applicable: optional(z.enum(["true", "false"])),
  owner: word,
  limit: optional(z.coerce.number().int().min(1).max(200)),
  cursor: optional(z.uuid()).catch(undefined),
})
export type PointFilter = z.infer<typeof pointFilter>

const version = optional(z.coerce.number().int())

/** What becomes of an upload: an open draft by id, `new` for a draft of its own; unless told, the latest open draft. */
export const importTarget = optional(z.union([z.literal("new"), z.uuid()]))

export const confirmImport = z.object({ id: z.uuid(), number: optional(z.string().regex(/^\d{4}-\d{1,3}(\.\d{1,2})?$/, "handbook.errors.number")) })
export type ConfirmImport = z.infer<typeof confirmImport>

export const beginDraft = z.object({ kind: z.enum(["edition", "amendment"]) })
export type BeginDraft = z.infer<typeof beginDraft>

export const waiveFault = z.object({ id: z.uuid(), version, fault: z.string().min(1).max(200), reason: z.string().trim().min(5, "handbook.errors.waiverReason").max(2000) })
export type WaiveFault = z.infer<typeof waiveFault>

export const submitEdition = z.object({ id: z.uuid(), version })
export type SubmitEdition = z.infer<typeof submitEdition>

export const returnEdition = z.object({ id: z.uuid(), version, reason: z.string().trim().min(1, "common.errors.reason").max(2000) })
export type ReturnEdition = z.infer<typeof returnEdition>

export const publishEdition = z.object({ id: z.uuid(), version, effectiveFrom: givenDay })
export type PublishEdition = z.infer<typeof publishEdition>

export const overrideApplicability = z.object({
  unitId: z.uuid("handbook.errors.unit"),
  pointId: z.uuid(),
  applicable: z.preprocess((value) => (value === "true" ? true : value === "false" ? false : value), z.boolean("common.errors.choice")),
  reason: z.string().trim().min(1, "common.errors.reason").max(2000),
})
export type OverrideApplicability = z.infer<typeof overrideApplicability>
