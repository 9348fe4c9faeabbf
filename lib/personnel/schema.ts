import { z } from "zod"
import { personnelLifecycle } from "@/lib/personnel/rules/lifecycle"
import { grantable } from "@/lib/units/schema"
import { givenDay } from "@/lib/platform/day-schema"

const id = z.uuid()
const blank = z.literal("").transform(() => undefined)
const maybe = <Schema extends z.ZodType>(schema: Schema) => blank.or(schema).optional()
const version = maybe(z.coerce.number().int().positive())
const words = z.string().trim().min(5, "personnel.errors.words").max(1000, "personnel.errors.long")
const said = z.string().trim().min(1).max(254).nullable().default(null)

/** One line of a personnel list; `row` is its place in the file. */
export const listRowSchema = z.object({
  row: z.number().int().default(0), number: said, email: z.string().trim().max(254).pipe(z.email()), nameZh: z.string().trim().min(1).max(120), nameEn: said,
  unit: said, department: said, position: said, from: givenDay.nullable().default(null), to: givenDay.nullable().default(null),
})
export type ListRow = z.output<typeof listRowSchema>

const yes = z.preprocess((value) => value === true || value === "on" || value === "true" || value === "yes", z.boolean())
export const compareTargetSchema = z.object({ unitId: id, complete: yes })
export const compareListSchema = compareTargetSchema.extend({ name: z.string().trim().max(200).default("list"), rows: z.array(listRowSchema).min(1).max(20_000) })
export type CompareList = z.output<typeof compareListSchema>

/** What a joiner or mover gets; for a leaver who answers for points, who answers meanwhile. */
export const carryOutSchema = z.object({
  id, version, unitId: maybe(id), departmentId: maybe(id), positionId: maybe(id), role: maybe(z.enum(grantable)), until: maybe(givenDay), interimPersonId: maybe(id),
})
export type CarryOut = z.output<typeof carryOutSchema>

export const dismissSchema = z.object({ id, version, reason: words })
export type Dismiss = z.output<typeof dismissSchema>

export const personnelFilterSchema = z.object({
  unit: maybe(z.string()), status: maybe(z.enum(personnelLifecycle.states)), kind: maybe(z.enum(["joiner", "mover", "leaver"])),
  limit: z.coerce.number().int().min(1).max(200).default(50), cursor: maybe(id),
})
export type PersonnelFilter = z.output<typeof personnelFilterSchema>
