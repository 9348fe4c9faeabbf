/** The chosen values of the catalogue (domain.md § 1); the database holds the same lists as checks. */
export const nodeKinds = ["soft-element", "process"] as const
export const unitKinds = ["company", "coal", "gas", "hydro", "wind", "solar"] as const
export const aspects = ["formulation", "communication", "understanding", "execution", "supervision", "outcome"] as const
export const assertions = ["existence", "completeness", "accuracy", "cutoff", "classification", "valuation", "rights", "presentation"] as const
export const components = ["control-environment", "risk-assessment", "control-activities", "information-communication", "monitoring"] as const
export const effects = ["preventive", "detective"] as const
export const natures = ["manual", "automated", "it-dependent"] as const
export const evidenceKinds = ["authorisation", "review", "initialisation", "report", "minutes", "stocktake"] as const
export const provenances = ["source", "adapted", "composed"] as const

export type UnitKind = (typeof unitKinds)[number]
