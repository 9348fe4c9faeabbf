import { countedStanding } from "@/lib/evidence/queries/standing"
import { type ObligationStatus, obligationStatuses } from "@/lib/evidence/rules/status"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"

export type StatusCounts = Record<ObligationStatus, number>

export type Counted = { status: string; count: number }

/** How many obligations of a unit's quarter stand in each status on a day. */
export function countsOfQuarter(day: Day, { unitId, quarter }: { unitId: string; quarter: Quarter }): Question<Counted[]> {
  return rowsOf(countedStanding(day, Prisma.sql`o."unitId" = ${unitId}::uuid and o.quarter = ${quarter}`))
}

/** The same, with those in which none stands. */
export function readCounts(rows: readonly Counted[]): StatusCounts {
  const count = (status: ObligationStatus) => rows.find((row) => row.status === status)?.count ?? 0
  const [upcoming, due, overdue, submitted, returned, accepted, absent] = obligationStatuses.map(count)
  return {
    upcoming: upcoming ?? 0, due: due ?? 0, overdue: overdue ?? 0, submitted: submitted ?? 0, returned: returned ?? 0, accepted: accepted ?? 0,
    "did-not-occur": absent ?? 0,
  }
}
