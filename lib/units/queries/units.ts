import { idInForce } from "@/lib/handbook/queries/editions"
import type { Actor, ReachedUnit, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"

const unit = { id: true, code: true, kind: true, nameZh: true, nameEn: true, parentId: true, timeZone: true, country: true, fiscalYearStartMonth: true, graceDays: true, monthlyLimit: true, from: true, to: true, version: true } as const

const columns = Prisma.raw(Object.keys(unit).map((name) => `"${name}"`).join(", "))

/** A unit that the asker reaches, by id; null otherwise, also for a tester who is lent to it: their papers are not the unit. */
export async function unitOf(tx: Tx, id: string): Promise<UnitRow | null> {
  const [row] = await tx.$queryRaw<UnitRow[]>(reachedUnit(id))
  return row ?? null
}

function reachedUnit(id: string): Prisma.Sql {
  return Prisma.sql`select ${columns} from "Unit" where id = ${id}::uuid and id = any ((select kp_units())::uuid[])`
}

type ToldUnit = Omit<UnitRow, "from" | "to"> & { from: Day | null; to: Day | null }

/** The same beside other questions; `toldUnit` makes the row of it. */
export function unitAsked(id: string): Question<ToldUnit | null> {
  return valueOf(Prisma.sql`select row_to_json(found) from (${reachedUnit(id)}) as found`)
}

export function toldUnit(told: ToldUnit | null): UnitRow | null {
  return told && { ...told, from: told.from === null ? null : dateOf(told.from), to: told.to === null ? null : dateOf(told.to) }
}

type UnitRow = NonNullable<Awaited<ReturnType<typeof unitShownIn>>>

// One whose papers the asker sees, also as a tester who is lent.
async function unitShownIn(tx: Tx, id: string) {
  return tx.unit.findUnique({ where: { id }, select: unit })
}

/** A unit by its names: what the asker reaches is known already; a unit that lends them papers is asked for. */
export async function namedUnitIn(tx: Tx, actor: Actor, id: string): Promise<ReachedUnit | null> {
  const reached = actor.units?.find((one) => one.id === id)
  if (reached) return reached
  const row = await unitShownIn(tx, id)
  return row && { id, code: row.code, kind: row.kind, parentId: row.parentId, name: { zh: row.nameZh, en: row.nameEn } }
}

export async function unitByCode(tx: Tx, code: string) {
  return tx.unit.findUnique({ where: { code }, select: unit })
}

export type ListedUnit = { id: string; code: string; kind: string; name: Text; parentId: string | null; departments: number; people: number; applicable: number; owned: number; /** The first day on which it is closed. */ to: Day | null }

/**
 * The units that the asker reaches, in the order of their codes, with how much is in them: `applicable` counts the points of
 * the edition in force, `owned` those of them with an owner today.
 */
export async function listUnits(actor: Actor): Promise<ListedUnit[]> {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    // A borrowed tester may read the name of the unit of their papers, which is none of theirs.
    const reached = actor.units?.map(({ id }) => id) ?? null
    const rows = await tx.$queryRaw<(Omit<ListedUnit, "name" | "to"> & { nameZh: string; nameEn: string; to: Date | null })[]>`
      with decided as (
        select distinct on ("unitId", "pointId") "unitId", "pointId", applicable from "ApplicabilityOverride"
        where "withdrawnAt" is null order by "unitId", "pointId", "decidedAt" desc
      ), applicable as (
        select u.id as "unitId", v."pointId" from "Unit" u cross join "PointVersion" v
          left join decided d on d."unitId" = u.id and d."pointId" = v."pointId"
        where v."editionId" = (${idInForce(day)}) and coalesce(d.applicable, u.kind = any (v.kinds)) and (u."to" is null or u."to" > ${dateOf(day)}::date)
      ), held as materialized (
        -- Read once: a plan made for any edition looks the owner of each point up, which takes five times as long.
        select "unitId", "pointId" from "Ownership"
        where "voidedAt" is null and "from" <= ${dateOf(day)}::date and ("to" is null or "to" > ${dateOf(day)}::date)
      ), counted as (
        select a."unitId", count(*)::int as applicable, count(o."pointId")::int as owned
        from applicable a left join held o on o."unitId" = a."unitId" and o."pointId" = a."pointId"
        group by a."unitId"
      )
      select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId", u."to", coalesce(c.applicable, 0) as applicable, coalesce(c.owned, 0) as owned,
        (select count(*)::int from "Department" d where d."unitId" = u.id) as departments,
        (select count(*)::int from "Person" p where p."unitId" = u.id and p.active) as people
      from "Unit" u left join counted c on c."unitId" = u.id where ${reached}::uuid[] is null or u.id = any (${reached}::uuid[]) order by u.code`
    return rows.map(({ nameZh, nameEn, to, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn }, to: to && dayOf(to) }))
  })
}

const department = { id: true, unitId: true, code: true, nameZh: true, nameEn: true, headPersonId: true, version: true } as const

/** A department of a unit; null where there is none to see. */
export async function departmentIn(tx: Tx, { unitId, departmentId }: { unitId: string; departmentId: string | null }) {
  return departmentId === null ? null : tx.department.findUnique({ where: { unitId_id: { unitId, id: departmentId } }, select: department })
}

/** What a department of a unit is called, and who heads it; null where there is none to see. */
export function departmentOf({ unitId, departmentId }: { unitId: string; departmentId: string | null }): Question<{ name: Text; headPersonId: string | null } | null> {
  return valueOf(Prisma.sql`
    select json_build_object('name', json_build_object('zh', "nameZh", 'en', "nameEn"), 'headPersonId', "headPersonId")
    from "Department" where "unitId" = ${unitId}::uuid and id = ${departmentId}::uuid`)
}

type DepartmentRow = { id: string; unitId: string; code: string; nameZh: string; nameEn: string; headPersonId: string | null; version: number }

export async function departmentsIn(tx: Tx, unitId: string) {
  return tx.$queryRaw<DepartmentRow[]>(departmentRows(unitId))
}

/** The same beside other questions. */
export function departmentsOf(unitId: string): Question<DepartmentRow[]> {
  return rowsOf(departmentRows(unitId))
}

function departmentRows(unitId: string): Prisma.Sql {
  return Prisma.sql`select id, "unitId", code, "nameZh", "nameEn", "headPersonId", version from "Department" where "unitId" = ${unitId}::uuid order by code`
}

/** A unit's departments with their heads. */
export function headsAsked(unitId: string): Question<{ code: string; headPersonId: string | null }[]> {
  return rowsOf(Prisma.sql`select code, "headPersonId" from "Department" where "unitId" = ${unitId}::uuid`)
}

/** What a unit calls its positions, by code. */
export function positionNamesAsked(unitId: string): Question<{ code: string; zh: string; en: string }[]> {
  return rowsOf(Prisma.sql`select code, "nameZh" as zh, "nameEn" as en from "Position" where "unitId" = ${unitId}::uuid`)
}

type PositionRow = { id: string; unitId: string; departmentId: string; code: string; nameZh: string; nameEn: string }

export async function positionsIn(tx: Tx, unitId: string) {
  return tx.$queryRaw<PositionRow[]>(positionRows(unitId))
}

/** The same beside other questions. */
export function positionsOf(unitId: string): Question<PositionRow[]> {
  return rowsOf(positionRows(unitId))
}

function positionRows(unitId: string): Prisma.Sql {
  return Prisma.sql`select id, "unitId", "departmentId", code, "nameZh", "nameEn" from "Position" where "unitId" = ${unitId}::uuid order by code`
}

/** The units that the asker reaches, in the order of their ids: for work that goes through all of them. */
export async function unitsIn(tx: Tx, actor: Actor) {
  return tx.unit.findMany({ where: actor.units ? { id: { in: actor.units.map(({ id }) => id) } } : {}, orderBy: { id: "asc" }, select: unit })
}

/** The first days on which units are closed, by their ids; of those that have one. */
export async function closingsIn(tx: Tx): Promise<Map<string, Date>> {
  return closingsOf((await askAtOnce(tx, { closings: closings() })).closings)
}

/** The same beside other questions; `closingsOf` makes the map of it. */
export function closings(): Question<{ id: string; to: Day }[]> {
  return rowsOf(Prisma.sql`select id, "to" from "Unit" where "to" is not null`)
}

export function closingsOf(rows: readonly { id: string; to: Day }[]): Map<string, Date> {
  return new Map(rows.map(({ id, to }) => [id, dateOf(to)]))
}
