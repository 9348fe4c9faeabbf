import { z } from "zod"

const blank = z.literal("").transform(() => undefined)
const maybe = <Schema extends z.ZodType>(schema: Schema) => blank.or(schema).optional()

/** `past` shows grants that have ended or were withdrawn, too. */
export const accessFilterSchema = z.object({
  unit: maybe(z.string()), role: maybe(z.string().max(40)), q: maybe(z.string().max(80)), past: maybe(z.enum(["yes"])),
  cursor: maybe(z.uuid()), limit: z.coerce.number().int().min(1).max(10_000).default(100),
})
export type AccessFilter = z.output<typeof accessFilterSchema>
