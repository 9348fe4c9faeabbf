import { z } from "zod"
import { frequencies } from "@/lib/platform/periods"
import * as values from "./values"

const id = z.uuid()
const zh = z.string().trim().min(1, "handbook.errors.textMissing").max(4000)
const en = z.string().trim().max(4000).transform((text) => text || null).nullable().default(null)

/** The texts of a point that a form edits, each in Chinese and, where there is one, English: `description` and `descriptionEn`. */
export const revisedTexts = ["title", "description", "objective", "risk", "designTest", "population", "procedure", "exception"] as const

export const revisePointSchema = z.object({
  id, pointId: id, version: z.coerce.number().int().optional(),
  title: zh, titleEn: en, description: zh, descriptionEn: en, objective: zh, objectiveEn: en, risk: zh, riskEn: en, designTest: zh, designTestEn: en,
  population: zh, populationEn: en, procedure: zh, procedureEn: en, exception: zh, exceptionEn: en,
  frequency: z.enum(frequencies), nature: z.enum(values.natures), effect: z.enum(values.effects), ownerPosition: z.string().min(1, "handbook.errors.position"),
})
export type RevisePoint = z.output<typeof revisePointSchema>
