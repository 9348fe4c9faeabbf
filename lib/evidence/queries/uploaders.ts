import type { Tx } from "@/lib/platform/database"
import type { Quarter } from "@/lib/platform/periods"

/** Who submitted evidence of each point of a unit for a quarter, whatever became of it: they may not test the point. */
export async function uploadersIn(tx: Tx, { unitId, quarter }: { unitId: string; quarter: Quarter }, pointIds: readonly string[]): Promise<Map<string, string[]>> {
  // In a sub-select the keys tell the planner nothing: it plans once for however many, and not anew, and at times worse, for each number of them.
  const rows = await tx.$queryRaw<{ pointId: string; people: string[] }[]>`
    select o."pointId", array_agg(distinct v."submittedBy"::text) as people
    from "Obligation" o
    join "EvidenceUse" u on u."unitId" = o."unitId" and u."obligationId" = o.id
    join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
    where o."unitId" = ${unitId}::uuid and o.quarter = ${quarter} and o."pointId" = any ((select ${[...pointIds]}::uuid[])::uuid[]) and v."submittedBy" is not null
    group by o."pointId"`
  return new Map(rows.map((row) => [row.pointId, row.people]))
}
