import { addWorkingDays, type Calendar, type Day } from "@/lib/platform/days"
import { frequencies, type Frequency, owesRegister, periodsIn, type Quarter } from "@/lib/platform/periods"

export type ObligationKind = "record" | "register"
export type PlannedObligation = {
  pointId: string
  pointVersionId: string
  kind: ObligationKind
  period: string
  periodStart: Day
  periodEnd: Day
  quarter: Quarter
  dueOn: Day
}
type PointToPlan = { pointId: string; pointVersionId: string; frequency: string }

/** Days of grace count as working days after the period's last day (domain.md § 3). */
export function dueOn(periodEnd: Day, graceDays: number, calendar: Calendar): Day {
  return addWorkingDays(periodEnd, graceDays, calendar)
}

/** A record that comes after its due day is late; on the day itself it is not. */
export function isLate(submittedOn: Day, due: Day): boolean {
  return submittedOn > due
}

/**
 * What a unit owes in a quarter: one record for each period that ends in it, or one register a month for points that run
 * daily, more often or on occurrence (domain.md § 3). A point that does not run in the quarter owes nothing.
 */
export function obligationsOf(points: readonly PointToPlan[], quarter: Quarter, graceDays: number, calendar: Calendar): PlannedObligation[] {
  const due = new Map<Day, Day>()
  const dueAfter = (end: Day): Day => {
    const known = due.get(end) ?? dueOn(end, graceDays, calendar)
    due.set(end, known)
    return known
  }
  return points.flatMap(({ pointId, pointVersionId, frequency: text }) => {
    const frequency = frequencyOf(text)
    return periodsIn(quarter, frequency).map((period): PlannedObligation => ({
      pointId,
      pointVersionId,
      kind: owesRegister(frequency) ? "register" : "record",
      period: period.name,
      periodStart: period.start,
      periodEnd: period.end,
      quarter,
      dueOn: dueAfter(period.end),
    }))
  })
}

function frequencyOf(text: string): Frequency {
  const frequency = frequencies.find((known) => known === text)
  if (!frequency) throw new Error(`unknown frequency ${JSON.stringify(text)}`)
  return frequency
}
