import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"

/** An accepted record as an item of a population; it belongs to the quarter of the period it serves, not of its date. */
export type AcceptedUse = {
  useId: string
  obligationId: string
  versionId: string
  recordId: string
  number: string
  period: string
  servedOn: Day
  occurred: boolean
  occurredOn: Day | null
  reference: string | null
  count: number | null
  late: boolean
  submittedBy: string | null
}

type PointKey = { unitId: string; pointId: string; quarter: Quarter }

/** Accepted evidence of one point in one quarter, oldest period first; of each record the newest version that was accepted. */
export async function usesOfPointIn(tx: Tx, point: PointKey): Promise<AcceptedUse[]> {
  return newestOf(await tx.$queryRaw<AcceptedUse[]>(acceptedUses(point)))
}

/** The same beside other questions: every accepted version; `newestOf` leaves the newest of each record. */
export function usesOfPoint(point: PointKey): Question<AcceptedUse[]> {
  return rowsOf(acceptedUses(point))
}

function acceptedUses({ unitId, pointId, quarter }: PointKey): Prisma.Sql {
  return Prisma.sql`
    select u.id as "useId", u."obligationId", u."versionId", v."recordId", r.number, o.period, o."periodEnd"::text as "servedOn", v.occurred,
      v."occurredOn"::text as "occurredOn", v.reference, v.count, u.late, v."submittedBy"
    from "Obligation" o
    join "EvidenceUse" u on u."unitId" = o."unitId" and u."obligationId" = o.id
    join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
    join "EvidenceRecord" r on r."unitId" = v."unitId" and r.id = v."recordId"
    where o."unitId" = ${unitId}::uuid and o."pointId" = ${pointId}::uuid and o.quarter = ${quarter} and u.status in ('accepted', 'sealed')
    order by o."periodEnd", v.version desc, u.id`
}

/** How many records of one point in one quarter say that it did occur: accepted, or waiting for review; what was corrected since waits no longer. */
export async function occurrencesIn(tx: Tx, { unitId, pointId, quarter }: PointKey): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*) filter (where occurred)::int as count from (
      select distinct on (obligation, "recordId") occurred from (
        select o.id as obligation, v."recordId", v.version, v.occurred, u.status, max(v.version) over (partition by o.id, v."recordId") as latest
        from "Obligation" o
        join "EvidenceUse" u on u."unitId" = o."unitId" and u."obligationId" = o.id
        join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
        where o."unitId" = ${unitId}::uuid and o."pointId" = ${pointId}::uuid and o.quarter = ${quarter}) as versions
      where status in ('accepted', 'sealed') or (status = 'submitted' and version = latest)
      order by obligation, "recordId", version desc) as newest`
  return row?.count ?? 0
}

export function newestOf(uses: readonly AcceptedUse[]): AcceptedUse[] {
  const newest = new Map<string, AcceptedUse>()
  for (const use of uses) {
    const key = `${use.obligationId} ${use.recordId}`
    if (!newest.has(key)) newest.set(key, use)
  }
  return [...newest.values()]
}
