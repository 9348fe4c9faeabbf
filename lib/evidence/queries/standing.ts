import type { ObligationKind } from "@/lib/evidence/rules/due"
import type { ObligationStatus } from "@/lib/evidence/rules/status"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import type { NamedPerson } from "@/lib/units/queries/owners"
import { ownerOn } from "@/lib/units/queries/ownership"

/** An obligation with its computed status; `recordId` is the record that was logged for it last, `owner` who owns its point on that day. */
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
  owner: NamedPerson | null
}
type Row = Omit<StandingObligation, "periodStart" | "periodEnd" | "dueOn" | "owner"> & {
  periodStart: Date; periodEnd: Date; dueOn: Date; total: bigint; ownerId: string | null; nameZh: string | null; nameEn: string | null
}
type Page = { items: StandingObligation[]; total: number }

/** Which obligations: by their own columns, and, if need be, by their status. */
export type Condition = { of: Prisma.Sql; standing?: Prisma.Sql }

// What answers an obligation stands on its row. Who sees only what was released to them is told only what that answers.
const answer = Prisma.sql`case when (select kp_operating()) then o.answer else kp_answer_of(o."unitId", o.id) end`

/** The status of `rules/status` in SQL, so that it can be filtered and counted; a test holds the two together. */
function statusOn(today: Day): Prisma.Sql {
  return Prisma.sql`
    coalesce(${answer}, case when ${today}::date > o."dueOn" then 'overdue' when ${today}::date < o."periodEnd" then 'upcoming' else 'due' end) as status`
}

const columns = Prisma.sql`o.id, o."unitId", o."pointId", o."pointVersionId", o.kind, o.period, o."periodStart", o."periodEnd", o.quarter, o."dueOn"`

// What was planned before a unit's closing day was known is not owed for a period that ends after it, unless it was answered.
function owed(of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    from "Obligation" o where ${of} and (o.answer is not null or o."unitId" <> all (array(select id from "Unit" where "to" is not null))
      or exists (select 1 from "Unit" x where x.id = o."unitId" and x."to" > o."periodEnd"))`
}

/** The obligations that meet a condition on `o`, with their status on a day. */
export function standing(today: Day, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select ${columns}, o.answer, ${statusOn(today)} ${owed(of)}`
}

/** How many of the obligations that meet a condition on `o` stand in each status. */
export function countedStanding(today: Day, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select status, count(*)::int as count from (${standing(today, of)}) o group by 1`
}

/** Obligations that meet a condition on `o`, soonest due first, from after a cursor, with how many there are in all. */
export async function standingIn(tx: Tx, today: Day, where: Condition, limit: number, after = Prisma.sql`true`): Promise<Page> {
  // All that match are gone through for their number: only what orders them. Without a condition on it, the status of those on the page is enough.
  const matching = where.standing ? Prisma.sql`select id, "dueOn" from (${standing(today, where.of)}) o where ${where.standing}` : Prisma.sql`select o.id, o."dueOn" ${owed(where.of)}`
  const rows = await tx.$queryRaw<Row[]>`
    with matching as materialized (${matching}), shown as materialized (
      select ${columns}, ${statusOn(today)}, ${ownerOn(Prisma.sql`o."unitId"`, Prisma.sql`o."pointId"`, today)} as "ownerId"
      from (select id from matching o where ${after} order by "dueOn", id limit ${limit}) page join "Obligation" o on o.id = page.id)
    select o.*, n."nameZh", n."nameEn", (select count(*) from matching) as total, (
      select v."recordId" from "EvidenceUse" u join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
      where u."unitId" = o."unitId" and u."obligationId" = o.id order by u."submittedAt" desc, v.id desc limit 1) as "recordId"
    from shown o left join kp_person_names(array(select distinct "ownerId" from shown)) n on n.id = o."ownerId" order by o."dueOn", o.id`
  return { items: rows.map(shown), total: Number(rows[0]?.total ?? 0) }
}

function shown({ total: _, periodStart, periodEnd, dueOn, ownerId, nameZh, nameEn, ...row }: Row): StandingObligation {
  const owner = ownerId !== null && nameZh !== null ? { id: ownerId, name: { zh: nameZh, en: nameEn } } : null
  return { ...row, periodStart: dayOf(periodStart), periodEnd: dayOf(periodEnd), dueOn: dayOf(dueOn), owner }
}
