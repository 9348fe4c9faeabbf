import type { Case } from "@/lib/deficiencies/rules/case"
import type { Day } from "@/lib/platform/days"
import { quarterPeriod } from "@/lib/platform/periods"

/** Why a day cannot be the day of implementation; null when it can. After a failed retest it lies after that retest began. */
export function implementationProblem(deficiency: Case, implementedOn: Day, today: Day): "in-future" | "before-quarter" | "before-retest" | null {
  if (implementedOn > today) return "in-future"
  if (implementedOn < quarterPeriod(deficiency.quarter).start) return "before-quarter"
  const failed = deficiency.retest?.outcome === "failed" ? deficiency.retest : null
  return failed && implementedOn < failed.startedOn ? "before-retest" : null
}
