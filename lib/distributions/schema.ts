import { z } from "zod"

const id = z.uuid()

export const confirmListSchema = z.object({ id, known: z.literal("on", "distributions.errors.known") })
export type ConfirmList = z.output<typeof confirmListSchema>

export const ofUnitSchema = z.object({ unitId: id })
export type OfUnit = z.output<typeof ofUnitSchema>
