import { z } from "zod"
import { frequencies } from "@/lib/platform/periods"
import * as values from "./values"

/** A text in Chinese, and in English where there is one. */
export const text = z.object({ zh: z.string().min(1), en: z.string().min(1).nullable() })
export const texts = z.array(text)
export const reports = z.array(z.object({ name: text, check: text }))
export const review = z.object({ threshold: text, followUp: text })

/** How a point's operation is tested: from what, how, what each sample is asked (A, B, …), and what counts as an exception. */
export const operatingTest = z.object({
  population: text,
  procedure: text,
  attributes: z.array(z.object({ key: z.string(), text })),
  exception: text,
})

/** The same while it is being written; publishing asks for all of it. */
export const draftedTest = operatingTest.extend({ population: text.nullable(), procedure: text.nullable(), exception: text.nullable() })

export const nodeContent = z.object({
  code: z.string(),
  kind: z.enum(values.nodeKinds),
  title: text,
  objective: text,
  kinds: z.array(z.enum(values.unitKinds)),
  kindsReason: text,
})

export const stepContent = z.object({
  code: z.string(),
  title: text,
  department: z.string(),
  position: z.string(),
  documentsIn: texts,
  documentsOut: texts,
})

export const pointContent = z.object({
  code: z.string(),
  step: z.string().nullable(),
  title: text,
  description: text,
  objective: text,
  risk: text,
  assertions: z.array(z.enum(values.assertions)),
  accounts: texts,
  component: z.enum(values.components),
  principle: z.number().int().min(1).max(17),
  aspect: z.enum(values.aspects).nullable(),
  frequency: z.enum(frequencies),
  effect: z.enum(values.effects),
  nature: z.enum(values.natures),
  systems: texts,
  reports,
  review: review.nullable(),
  ownerPosition: z.string(),
  performingPositions: z.array(z.string()),
  department: z.string(),
  evidenceKinds: z.array(z.enum(values.evidenceKinds)),
  designTest: text,
  operatingTest: draftedTest,
  compensating: z.array(z.string()),
  regulations: texts,
  kinds: z.array(z.enum(values.unitKinds)).nullable(),
  kindsReason: text.nullable(),
  provenance: z.enum(values.provenances),
  provenancePlace: z.string(),
})

export const department = z.object({ code: z.string(), title: text })
export const position = z.object({ code: z.string(), department: z.string(), title: text })
export const chapter = z.object({ node: nodeContent, steps: z.array(stepContent), points: z.array(pointContent) })

/** All that an edition says: what a workbook holds, a draft is written from, and two editions are compared by. */
export const handbookContent = z.object({
  title: text.nullable(),
  departments: z.array(department),
  positions: z.array(position),
  chapters: z.array(chapter),
})

export type Bilingual = z.infer<typeof text>
export type NodeContent = z.infer<typeof nodeContent>
export type StepContent = z.infer<typeof stepContent>
export type PointContent = z.infer<typeof pointContent>
export type Department = z.infer<typeof department>
export type Position = z.infer<typeof position>
export type Chapter = z.infer<typeof chapter>
export type HandbookContent = z.infer<typeof handbookContent>
