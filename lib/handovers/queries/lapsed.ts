import { testingRoles } from "@/lib/assessments/policy"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import type { Text } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import { nameOf } from "@/lib/platform/names"

/** What ended: the account, the last role, every position, one position of several, or the last role (or loan) that tests. */
export type Ended = "account" | "role" | "position" | "one-position" | "testing"
export type Lapsed = { unitId: string; personId: string; ended: Ended; count: number }
export type Unattended = { unitId: string; personId: string; person: Text | null; count: number }
type Asked = { unitIds?: readonly string[]; personId?: string; /** Also where a departure is open already. */ evenOpen?: boolean }

/**
 * Who answers for something on a day and can no longer do so: what they held it by has ended, by its date or otherwise, and no
 * departure is open that has begun (domain.md § 2). Who never held a role or a position is none of them. Only of those for whom
 * anything has ended is it asked what they answer for: most people answer for something, and few leave.
 */
export async function lapsedIn(tx: Tx, day: Day, asked: Asked = {}): Promise<Lapsed[]> {
  return tx.$queryRaw<Lapsed[]>(lapsed(day, asked))
}

/** Departures of some units that nobody has opened: the account, the last role or every position has ended, and things are still theirs. */
export function unattendedOf(unitIds: readonly string[], day: Day): Question<Unattended[]> {
  return rowsOf(Prisma.sql`
    select l."unitId", l."personId", l.count, ${nameOf(Prisma.sql`l."personId"`)} as person
    from (${lapsed(day, { unitIds })}) l where l.ended in ('account', 'role', 'position') order by l."unitId", l.count desc, l."personId"`)
}

function lapsed(day: Day, { unitIds, personId, evenOpen = false }: Asked): Prisma.Sql {
  const [units, person] = [unitIds ? [...unitIds] : null, personId ?? null]
  return Prisma.sql`
    with recursive gone as materialized (
      select array(
        select id from "Person" where not active or "to" <= ${day}::date
        union select "personId" from "PositionHolding" where "to" <= ${day}::date
        union select "personId" from "RoleGrant" where "withdrawnAt" is not null or "to" <= ${day}::date
        union select "personId" from "Borrowing") as people
    ), answers as (
      select "unitId", "personId", 'point' as kind, "positionId", null::uuid as paper from "Ownership" o
      where not exists (select 1 from "Unit" x where x.id = o."unitId" and x."to" <= ${day}::date) and "personId" = any ((select people from gone)::uuid[])
        and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
      union all select "unitId", "personId", 'performing', null, null from "Performer" f
      where not exists (select 1 from "Unit" x where x.id = f."unitId" and x."to" <= ${day}::date) and "personId" = any ((select people from gone)::uuid[])
        and "to" is null and "from" <= ${day}::date
      union all select "unitId", "testerPersonId", 'paper', null, id from "Test" where "testerPersonId" = any ((select people from gone)::uuid[]) and status in ('assigned', 'in-progress')
      union all select "unitId", "reviewerPersonId", 'paper', null, id from "Test" where "reviewerPersonId" = any ((select people from gone)::uuid[]) and status in ('assigned', 'in-progress', 'concluded')
      union all select "unitId", "remediatorPersonId", 'remediation', null, null from "Deficiency"
      where "remediatorPersonId" = any ((select people from gone)::uuid[]) and status in ('planned', 'in-remediation', 'implemented', 'observing', 'retesting')
    ), people as (
      select "unitId", "personId", count(*)::int as count, count(*) filter (where kind = 'point')::int as points,
        array_agg(distinct "positionId") filter (where "positionId" is not null) as positions, array_agg(paper) filter (where paper is not null) as papers
      from answers where (${units}::uuid[] is null or "unitId" = any (${units}::uuid[])) and (${person}::uuid is null or "personId" = ${person}::uuid) group by 1, 2
    ), line as (
      select id as "unitId", id as above, "parentId" from "Unit"
      union all select l."unitId", u.id, u."parentId" from line l join "Unit" u on u.id = l."parentId"
    ), held as (
      select "unitId", "personId", bool_or(running) as running, array_agg("positionId") filter (where not running) as ended from (
        select "unitId", "personId", "positionId", bool_or("to" is null or "to" > ${day}::date) as running from "PositionHolding" group by 1, 2, 3) each group by 1, 2
    ), testing as (
      select l."unitId", g."personId", bool_or(g."withdrawnAt" is null and (g."to" is null or g."to" > ${day}::date)) as running
      from "RoleGrant" g join line l on l.above = g."unitId" where g.role = any (${[...testingRoles]}::text[]) group by 1, 2
    ), judged as (
      select p."unitId", p."personId", p.count, case
        when n.active = false or n."to" <= ${day}::date then 'account'
        when case when exists (select 1 from "RoleGrant" g where g."personId" = p."personId" and g."withdrawnAt" is null and g."to" <= ${day}::date)
          then not kp_holds_any_role(p."personId", ${day}::date) else false end then 'role'
        when p.points > 0 and not h.running then 'position'
        when p.positions && h.ended then 'one-position'
        when p.papers is not null and not coalesce(t.running, false)
          and (t.running is not null or exists (select 1 from "Borrowing" b where b."unitId" = p."unitId" and b."personId" = p."personId"))
          and exists (select from unnest(p.papers) as paper where not exists (
            select 1 from "Borrowing" b join "BorrowedPaper" x on x."borrowingId" = b.id
            where x."testId" = paper and b."personId" = p."personId" and b.status = 'lent' and b."lastDay" >= ${day}::date)) then 'testing'
        end as ended
      from people p left join "Person" n on n.id = p."personId" left join held h on h."unitId" = p."unitId" and h."personId" = p."personId" left join testing t on t."unitId" = p."unitId" and t."personId" = p."personId"
    )
    select "unitId", "personId", ended, count from judged j
    where ended is not null and (${evenOpen} or not exists (
      select 1 from "Handover" x where x."unitId" = j."unitId" and x."personId" = j."personId" and x.status = any (${[...openStates]}) and x."leavesOn" <= ${day}::date))
    order by 1, count desc, 2`
}

/** Whether whose departure it is has lost the last role, or the last that tests with papers open: what would begin it again at once. */
export async function roleHasEndedIn(tx: Tx, { unitId, personId }: { unitId: string; personId: string }, day: Day): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ over: boolean }[]>`
    select exists (select 1 from "RoleGrant" where "personId" = ${personId}::uuid and ("withdrawnAt" is not null or "to" <= ${day}::date)) and not kp_holds_any_role(${personId}::uuid, ${day}::date) as over`
  if (row?.over) return true
  return (await lapsedIn(tx, day, { unitIds: [unitId], personId, evenOpen: true })).some(({ ended }) => ended === "testing")
}
