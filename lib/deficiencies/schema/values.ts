import { z } from "zod"

export const kinds = ["design", "operating"] as const
export const sources = ["test", "inspection", "audit", "self-report"] as const
/** What a person registers; a test registers its own. */
export const byHand = ["self-report", "inspection", "audit"] as const
export const causes = ["execution", "misunderstanding", "design", "system"] as const
export const grades = ["control-deficiency", "significant-deficiency", "material-weakness"] as const
export const likelihoods = ["remote", "reasonably-possible", "probable"] as const

export type Kind = (typeof kinds)[number]
export type Source = (typeof sources)[number]
export type Cause = (typeof causes)[number]
export type Grade = (typeof grades)[number]
export type Likelihood = (typeof likelihoods)[number]

export type GradeOrNone = Grade | "ungraded"

/** The rows of a report, gravest first. */
export const gradeRows = ["material-weakness", "significant-deficiency", "control-deficiency", "ungraded"] as const satisfies readonly GradeOrNone[]

export const gradeSchema = z.enum(grades)
