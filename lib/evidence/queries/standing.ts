import type { ObligationKind } from "@/lib/evidence/rules/due"
import type { ObligationStatus } from "@/lib/evidence/rules/status"
import { type Question, rowsOf } from "@/lib/platform/at-once"
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
type Row<When, Count> = Omit<StandingObligation, "periodStart" | "periodEnd" | "dueOn" | "owner"> & {
  periodStart: When; periodEnd: When; dueOn: When; total: Count; ownerId: string | null; nameZh: string | null; nameEn: string | null
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
export async function standingIn(tx: Tx, today: Day, where: Condition, limit: number, after?: Prisma.Sql): Promise<Page> {
  const rows = await tx.$queryRaw<Row<Date, bigint>[]>(pageOf(today, where, limit, after))
  return { items: rows.map((row) => shown({ ...row, periodStart: dayOf(row.periodStart), periodEnd: dayOf(row.periodEnd), dueOn: dayOf(row.dueOn) })), total: Number(rows[0]?.total ?? 0) }
}

/** The same beside other questions, for a page of few; `readStanding` reads the answer. */
export function standingAsked(today: Day, where: Condition, limit: number, after?: Prisma.Sql): Question<Row<Day, number>[]> {
  return rowsOf(pageOf(today, where, limit, after))
}

export function readStanding(rows: Row<Day, number>[]): Page {
  return { items: rows.map(shown), total: rows[0]?.total ?? 0 }
}

function pageOf(today: Day, where: Condition, limit: number, after = Prisma.sql`true`): Prisma.Sql {
  // All that match are gone through for their number: only what orders them. Without a condition on it, the status of those on the page is enough.
  const matching = where.standing ? Prisma.sql`select id, "dueOn" from (${standing(today, where.of)}) o where ${where.standing}` : Prisma.sql`select o.id, o."dueOn" ${owed(where.of)}`
  return Prisma.sql`
    with matching as materialized (${matching}), shown as materialized (
      select ${columns}, ${statusOn(today)}, ${ownerOn(Prisma.sql`o."unitId"`, Prisma.sql`o."pointId"`, today)} as "ownerId"
      from "Obligation" o where o.id = any (array(select id from matching o where ${after} order by "dueOn", id limit ${limit})))
    select o.*, n."nameZh", n."nameEn", (select count(*) from matching) as total, (
      select v."recordId" from "EvidenceUse" u join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
      where u."unitId" = o."unitId" and u."obligationId" = o.id order by u."submittedAt" desc, v.id desc limit 1) as "recordId"
    from shown o left join kp_person_names(array(select distinct "ownerId" from shown)) n on n.id = o."ownerId" order by o."dueOn", o.id`
}

function shown({ total: _, ownerId, nameZh, nameEn, ...row }: Row<Day, unknown>): StandingObligation {
  return { ...row, owner: ownerId !== null && nameZh !== null ? { id: ownerId, name: { zh: nameZh, en: nameEn } } : null }
}
