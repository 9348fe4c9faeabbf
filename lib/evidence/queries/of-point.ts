import { standing } from "@/lib/evidence/queries/standing"
import type { ObligationStatus } from "@/lib/evidence/rules/status"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"

export type EvidenceOfPoint = { unitId: string; quarter: Quarter; status: ObligationStatus; count: number }

/** How many obligations of a point stand in each status on a day, by unit and quarter, in the units that the reader reaches. */
export function evidenceOfPoint({ pointId, quarters, day }: { pointId: string; quarters: Quarter[]; day: Day }): Question<EvidenceOfPoint[]> {
  const of = Prisma.sql`o."pointId" = ${pointId}::uuid and o.quarter = any (${quarters})`
  return rowsOf(Prisma.sql`
    select o."unitId", o.quarter, o.status, count(*)::int as count from (${standing(day, of)}) o group by o."unitId", o.quarter, o.status`)
}
