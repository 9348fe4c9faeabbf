import { type Grade, grades, type Likelihood } from "@/lib/deficiencies/schema/values"

/** What makes a material weakness to be presumed, of any size (domain.md § 5). */
export const presumptions = ["senior-fraud", "restatement", "missed-misstatement", "oversight", "uncorrected"] as const
export type Presumption = (typeof presumptions)[number]

/** The company's figures that the year's thresholds rest on, in one currency unit. */
export type Basis = { profitBeforeTax: number; /** Of three years; stands in for a loss or a thin profit. */ averageProfit?: number; revenue: number; assets: number }
export type Thresholds = { material: number; significant: number }

/**
 * Material from the lowest of 5 % of profit before tax, 1 % of revenue and 0.5 % of assets; significant from half of that.
 * With a loss, or a profit below 1 % of revenue, the three-year average takes profit's place where that is no thinner.
 */
export function thresholdsOf({ profitBeforeTax, averageProfit, revenue, assets }: Basis): Thresholds {
  const isThin = (profit: number) => profit <= 0 || profit < revenue * 0.01
  const profit = [profitBeforeTax, averageProfit].find((candidate) => candidate !== undefined && !isThin(candidate))
  const material = Math.min(revenue * 0.01, assets * 0.005, profit === undefined ? Infinity : profit * 0.05)
  return { material, significant: material / 2 }
}

export type Judged = { likelihood: Likelihood; /** The potential misstatement of the company's accounts. */ magnitude?: number; presumed: readonly Presumption[] }

/** The least grade that likelihood × magnitude allows; a presumption always gives a material weakness (domain.md § 5). */
export function leastGrade({ likelihood, magnitude, presumed }: Judged, thresholds: Thresholds | null): Grade {
  if (presumed.length > 0) return "material-weakness"
  if (likelihood === "remote" || magnitude === undefined || thresholds === null) return "control-deficiency"
  if (magnitude >= thresholds.material) return "material-weakness"
  return magnitude >= thresholds.significant ? "significant-deficiency" : "control-deficiency"
}

/** Whether one grade weighs less than another. */
export function isBelow(grade: Grade, other: Grade): boolean {
  return grades.indexOf(grade) < grades.indexOf(other)
}
