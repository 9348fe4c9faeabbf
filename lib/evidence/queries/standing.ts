import type { ObligationKind } from "@/lib/evidence/rules/due"
import type { ObligationStatus } from "@/lib/evidence/rules/status"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"

/** An obligation with its computed status; `recordId` is the record that was logged for it last. */
export type StandingObligation = {
  id: string
  unitId: string
  pointId: string
  pointVersionId: string
  kind: ObligationKind
  period: string
  periodStart: Day
  periodEnd: Day
  quarter: string
  dueOn: Day
  status: ObligationStatus
  recordId: string | null
}
type Row = Omit<StandingObligation, "periodStart" | "periodEnd" | "dueOn"> & { periodStart: Date; periodEnd: Date; dueOn: Date; total: bigint }
type Page = { items: StandingObligation[]; total: number }

/** Which obligations: by their own columns, and, if need be, by their computed status, which must then be computed of each. */
export type Condition = { of: Prisma.Sql; standing?: Prisma.Sql }

const flags = Prisma.sql`
        bool_or(status in ('accepted', 'sealed') and occurred) as accepted, bool_or(status in ('accepted', 'sealed') and not occurred) as absent,
        bool_or(status = 'submitted') as submitted, bool_or(status = 'returned') as returned`

function statusOn(today: Day): Prisma.Sql {
  return Prisma.sql`
      case when s.accepted then 'accepted' when s.absent then 'did-not-occur' when s.submitted then 'submitted' when s.returned then 'returned'
        when ${today}::date > o."dueOn" then 'overdue' when ${today}::date < o."periodEnd" then 'upcoming' else 'due' end as status`
}

// What was planned before a unit's closing day was known is not owed for a period that ends after it, unless it was answered.
const owed = Prisma.sql`not exists (
  select 1 from "Unit" x where x.id = o."unitId" and x."to" <= o."periodEnd" and not exists (
    select 1 from "EvidenceUse" a where a."unitId" = o."unitId" and a."obligationId" = o.id))`

const columns = Prisma.sql`
    select o.id, o."unitId", o."pointId", o."pointVersionId", o.kind, o.period, o."periodStart", o."periodEnd", o.quarter, o."dueOn"`

/**
 * The status of `rules/status` in SQL, so that it can be filtered and counted; a test holds the two together. `offset 0`
 * keeps the planner from starting at the versions, which it does for minutes where a quarter was just opened and no
 * statistics are there yet.
 */
export function standing(today: Day, obligations = Prisma.sql`"Obligation"`, which = owed): Prisma.Sql {
  return Prisma.sql`
    ${columns}, s."recordId", ${statusOn(today)}
    from ${obligations} o
    left join lateral (
      select ${flags}, (array_agg(v."recordId" order by u."submittedAt" desc))[1] as "recordId"
      from (select * from "EvidenceUse" u where u."unitId" = o."unitId" and u."obligationId" = o.id offset 0) u
      join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
      where not exists (
        select 1 from (select * from "EvidenceUse" l where l."unitId" = o."unitId" and l."obligationId" = o.id offset 0) later
        join "EvidenceVersion" w on w."unitId" = later."unitId" and w.id = later."versionId"
        where w."recordId" = v."recordId" and w.version > v.version)
    ) s on true where ${which}`
}

/** How many of the obligations that meet a condition on `o` stand in each status: for many at once, where going through them one by one takes four times as long. */
export function countedStanding(today: Day, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select ${statusOn(today)}, count(*)::int as count
    from "Obligation" o left join (
      select "obligationId", ${flags}
      from (
        select u."obligationId", u.status, v.occurred, v.version, max(v.version) over (partition by u."obligationId", v."recordId") as latest
        from "Obligation" o join "EvidenceUse" u on u."unitId" = o."unitId" and u."obligationId" = o.id
        join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId" where ${of}) used
      where version = latest group by "obligationId") s on s."obligationId" = o.id
    where ${of} and ${owed} group by 1`
}

/** Obligations that meet a condition on `o`, soonest due first, from after a cursor, with how many there are in all. */
export async function standingIn(tx: Tx, today: Day, where: Condition, limit: number, after = Prisma.sql`true`): Promise<Page> {
  const rows = await tx.$queryRaw<Row[]>(where.standing ? counted(today, where.of, where.standing, limit, after) : cut(today, where.of, limit, after))
  return { items: rows.map(shown), total: Number(rows[0]?.total ?? 0) }
}

function counted(today: Day, of: Prisma.Sql, status: Prisma.Sql, limit: number, after: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with matching as (select * from (${standing(today, Prisma.sql`(select * from "Obligation" o where ${of})`)}) o where ${status})
    select *, (select count(*) from matching) as total from matching o where ${after} order by "dueOn", id limit ${limit}`
}

// Without a condition on it, the status of those on the page is enough.
function cut(today: Day, of: Prisma.Sql, limit: number, after: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with matching as materialized (${columns} from "Obligation" o where ${of} and ${owed}),
      shown as (select * from matching o where ${after} order by "dueOn", id limit ${limit})
    select *, (select count(*) from matching) as total from (${standing(today, Prisma.sql`shown`, Prisma.sql`true`)}) o order by "dueOn", id`
}

function shown({ total: _, periodStart, periodEnd, dueOn, ...row }: Row): StandingObligation {
  return { ...row, periodStart: dayOf(periodStart), periodEnd: dayOf(periodEnd), dueOn: dayOf(dueOn) }
}
