import { z } from "zod"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

export const bases = ["profit", "average-profit", "revenue", "assets"] as const
export type BasisKind = (typeof bases)[number]

/** The year's figures of the company, in yuan. `averageProfit`: of three years. */
export const figures = z.object({ profitBeforeTax: z.number(), averageProfit: z.number().optional(), revenue: z.number(), assets: z.number() })
export type YearFigures = z.infer<typeof figures>

/** What is kept: figures, rule and the amounts that it gave (yuan; percentages in per cent). */
export const materiality = z.object({
  figures, basis: z.enum(bases), percentage: z.number(), performancePercentage: z.number(), trivialPercentage: z.number(), reason: z.string().nullable(),
  amount: z.number(), performance: z.number(), trivial: z.number(),
})
export type Materiality = z.infer<typeof materiality>

/** The rule's own percentages (domain.md § 5); a higher one needs a reason. */
export const usual: Readonly<Record<BasisKind, number>> = { profit: 5, "average-profit": 5, revenue: 1, assets: 0.5 }
/** Performance materiality and the clearly trivial, as parts of materiality; the first at most 85, the second at most 5 without a reason. */
export const usualParts = { performance: 75, trivial: 5 } as const

/** A loss, or a profit below 1 % of revenue: the average of three years, revenue or assets take its place (domain.md § 5). */
export function isThin({ revenue }: Pick<YearFigures, "revenue">, profit: number): boolean {
  return profit <= 0 || profit < revenue * 0.01
}

export type Chosen = { figures: YearFigures; basis: BasisKind; percentage?: number; performancePercentage?: number; trivialPercentage?: number; reason?: string }

/** Materiality by the chosen rule, rounded down to a whole yuan, with performance materiality and the clearly trivial. */
export function materialityOf({ figures: year, basis, reason, ...chosen }: Chosen): Outcome<Materiality> {
  const percentage = chosen.percentage ?? usual[basis]
  const performancePercentage = chosen.performancePercentage ?? usualParts.performance
  const trivialPercentage = chosen.trivialPercentage ?? usualParts.trivial
  const figure = figureOf(year, basis)
  if (figure === undefined) return wrong("averageProfit", "averageMissing")
  if ((basis === "profit" || basis === "average-profit") && isThin(year, figure)) return wrong("basis", "thin")
  if (figure <= 0) return wrong("basis", "nothing")
  if (trivialPercentage >= performancePercentage) return wrong("trivialPercentage", "trivialTooHigh")
  const isUsual = basis === "profit" && percentage <= usual.profit || basis === "average-profit" && isThin(year, year.profitBeforeTax) && percentage <= usual[basis]
  if (!reason && (!isUsual || performancePercentage > 85 || trivialPercentage > usualParts.trivial)) return wrong("reason", "basisReason")
  const amount = part(figure, percentage)
  const [performance, trivial] = [part(amount, performancePercentage), part(amount, trivialPercentage)]
  return change({ figures: year, basis, percentage, performancePercentage, trivialPercentage, reason: reason ?? null, amount, performance, trivial })
}

/** The figure that a basis stands for. */
export function figureOf(year: YearFigures, basis: BasisKind): number | undefined {
  return { profit: year.profitBeforeTax, "average-profit": year.averageProfit, revenue: year.revenue, assets: year.assets }[basis]
}

// Per cent of yuan: counted in hundredths of a per cent, since 0.07 × 100 is not 7 in binary.
function part(of: number, percent: number): number {
  return Math.floor((of * Math.round(percent * 10_000)) / 1_000_000 + 1e-6)
}

function wrong(path: string, key: string) {
  return refused("invalid", "common.refusals.invalid", { errors: [{ path, message: `scoping.errors.${key}` }] })
}
