import { z } from "zod"
import { frequencies } from "@/lib/platform/periods"
import { aspects } from "./values"

const absent = (value: unknown) => (value === "" || value === null ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional())
const word = optional(z.string().max(100))

/** What a list of control points is narrowed by; `unit` is a unit's id or code, `owner` a person's id. */
export const pointFilter = z.object({
  edition: word,
  unit: word,
  node: word,
  aspect: optional(z.enum(aspects)),
  frequency: optional(z.enum(frequencies)),
  position: word,
  q: word,
  applicable: optional(z.enum(["true", "false"])),
  owner: word,
  limit: optional(z.coerce.number().int().min(1).max(200)),
  cursor: word,
})
export type PointFilter = z.infer<typeof pointFilter>
