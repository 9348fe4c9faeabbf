import type { Override } from "@/lib/handbook/rules/applicability"
import type { Text } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { nameOf } from "@/lib/platform/names"

const select = { id: true, unitId: true, pointId: true, applicable: true, reason: true, decidedBy: true, decidedAt: true } as const

export type OverrideRow = { id: string; unitId: string; pointId: string; applicable: boolean; reason: string; decidedBy: string | null; decidedAt: Date }

/** What was decided for a unit alone, by point; the latest decision that stands. */
export async function overridesIn(tx: Tx, unitId: string): Promise<Map<string, OverrideRow>> {
  const rows = await tx.applicabilityOverride.findMany({ where: { unitId, withdrawnAt: null }, orderBy: { decidedAt: "asc" }, select })
  return new Map(rows.map((row) => [row.pointId, row]))
}

/** The same beside other questions, without by whom and why: the latest last. */
export function overridesOf(unitId: string): Question<Override[]> {
  return rowsOf(Prisma.sql`select "pointId", applicable from "ApplicabilityOverride" where "unitId" = ${unitId}::uuid and "withdrawnAt" is null order by "decidedAt"`)
}

/** What was decided about a point for single units, as far as the reader reaches, and by whom; the latest last. */
export function overridesOfPoint(pointId: string): Question<{ unitId: string; pointId: string; applicable: boolean; reason: string; decider: Text | null }[]> {
  return rowsOf(Prisma.sql`
    select o."unitId", o."pointId", o.applicable, o.reason, ${nameOf(Prisma.sql`o."decidedBy"`)} as decider from "ApplicabilityOverride" o
    where o."pointId" = ${pointId}::uuid and o."withdrawnAt" is null order by o."decidedAt"`)
}
