import { z } from "zod"

const Text = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
const Kinds = z.array(z.enum(["company", "coal", "gas", "hydro", "wind", "solar"]))

export const aspects = ["formulation", "communication", "understanding", "execution", "supervision", "outcome"] as const
const assertions = ["existence", "completeness", "accuracy", "cutoff", "classification", "valuation", "rights", "presentation"] as const
const components = ["control-environment", "risk-assessment", "control-activities", "information-communication", "monitoring"] as const
const frequencies = ["yearly", "half-yearly", "quarterly", "monthly", "weekly", "daily", "many-daily", "on-occurrence"] as const
const evidenceKinds = ["authorisation", "review", "initialisation", "report", "minutes", "stocktake"] as const

const Node = z.strictObject({
  code: z.string().regex(/^\d+(\.\d+)+$/), kind: z.enum(["process", "soft-element"]), title: Text, objective: Text,
  kinds: Kinds.min(1), kindsReason: Text,
})

const Step = z.strictObject({
  code: z.string(), title: Text, department: z.string(), position: z.string(), documentsIn: z.array(Text), documentsOut: z.array(Text),
})

const OperatingTest = z.strictObject({
  population: Text, procedure: Text,
  attributes: z.array(z.strictObject({ key: z.string().regex(/^[A-F]$/), text: Text })).min(3).max(6),
  exception: Text,
})

const Point = z.strictObject({
  code: z.string(), step: z.string().nullable(), title: Text, description: Text, objective: Text, risk: Text,
  assertions: z.array(z.enum(assertions)), accounts: z.array(Text),
  component: z.enum(components), principle: z.int().min(1).max(17), aspect: z.enum(aspects).nullable(),
  frequency: z.enum(frequencies), effect: z.enum(["preventive", "detective"]), nature: z.enum(["manual", "automated", "it-dependent"]),
  systems: z.array(Text), reports: z.array(z.strictObject({ name: Text, check: Text })),
  review: z.strictObject({ threshold: Text, followUp: Text }).nullable(),
  ownerPosition: z.string(), performingPositions: z.array(z.string()).min(1), department: z.string(),
  evidenceKinds: z.array(z.enum(evidenceKinds)).min(1),
  designTest: Text, operatingTest: OperatingTest, compensating: z.array(z.string()), regulations: z.array(Text),
  kinds: Kinds.min(1).nullable(), kindsReason: Text.nullable(),
  provenance: z.enum(["source", "adapted", "composed"]), provenancePlace: z.string(),
})

/** One file of `prisma/handbook`: an element or a process with its steps and points, every field present and no other. */
export const CatalogueFile = z.strictObject({ node: Node, steps: z.array(Step), points: z.array(Point).min(1) })

export const Positions = z.object({
  departments: z.array(z.object({ code: z.string() })),
  positions: z.array(z.object({ code: z.string() })),
})

export type CatalogueFile = z.infer<typeof CatalogueFile>
export type Point = z.infer<typeof Point>
