import { countedStanding } from "@/lib/evidence/queries/standing"
import { type ObligationStatus, obligationStatuses } from "@/lib/evidence/rules/status"
import { today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"

export type StatusCounts = Record<ObligationStatus, number>

/** How many obligations of a unit's quarter stand in each status today. */
export async function countsOfQuarterIn({ tx, now }: Work, { unitId, quarter }: { unitId: string; quarter: Quarter }): Promise<StatusCounts> {
  const rows = await tx.$queryRaw<{ status: string; count: number }[]>(countedStanding(today(now), Prisma.sql`o."unitId" = ${unitId}::uuid and o.quarter = ${quarter}`))
  const count = (status: ObligationStatus) => rows.find((row) => row.status === status)?.count ?? 0
  const [upcoming, due, overdue, submitted, returned, accepted, absent] = obligationStatuses.map(count)
  return {
    upcoming: upcoming ?? 0, due: due ?? 0, overdue: overdue ?? 0, submitted: submitted ?? 0, returned: returned ?? 0, accepted: accepted ?? 0,
    "did-not-occur": absent ?? 0,
  }
}
