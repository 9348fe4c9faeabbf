/** Why an account is significant: its amount, or a reason of another kind. */
export const grounds = ["quantitative", "qualitative"] as const
/** How much a fraud risk could do to the statements, measured by the year's materiality. */
export const impacts = ["trivial", "performance", "material"] as const
/** What an outside provider reports of its own controls. */
export const reportKinds = ["type-2", "type-1", "agreed-procedures", "none"] as const
/** What a scope holds one by one. */
export const parts = ["account", "risk", "provider"] as const

export type Part = (typeof parts)[number]
