import { standing } from "@/lib/evidence/queries/standing"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"

export type OpenObligations = { open: number; overdue: number }

/** How many obligations of some points of a unit are due, overdue or returned on a day, by point: they go with its owner. */
export async function openObligationsIn(tx: Tx, unitId: string, pointIds: readonly string[], day: Day): Promise<Map<string, OpenObligations>> {
  const of = Prisma.sql`o."unitId" = ${unitId}::uuid and o."pointId" = any (${[...pointIds]}::uuid[])`
  const rows = await tx.$queryRaw<(OpenObligations & { pointId: string })[]>`
    select "pointId", count(*)::int as open, (count(*) filter (where status = 'overdue'))::int as overdue
    from (${standing(day, of)}) o where status in ('due', 'overdue', 'returned') group by 1`
  return new Map(rows.map(({ pointId, ...counts }) => [pointId, counts]))
}
