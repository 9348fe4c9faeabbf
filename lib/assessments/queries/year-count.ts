import { estimateYear } from "@/lib/assessments/rules/sizes"
import type { Tx } from "@/lib/platform/database"

/** Runs of a point in a year as a test's latest population lets one estimate (domain.md § 4); null where none was frozen. */
export async function yearCountIn(tx: Tx, testId: string): Promise<number | null> {
  const population = await tx.population.findFirst({ where: { testId }, orderBy: [{ round: "desc" }, { frozenAt: "desc" }], select: { size: true } })
  return population ? estimateYear([population.size]) : null
}
