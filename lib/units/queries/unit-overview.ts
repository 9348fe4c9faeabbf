import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, nothing, type Question, rowsOf } from "@/lib/platform/at-once"
import { type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import type { Named } from "@/lib/platform/names"
import { mayKeepUnit } from "@/lib/units/policy"
import { eligible } from "@/lib/units/queries/people"
import { toldUnit, unitAsked } from "@/lib/units/queries/units"

export type ListedDepartment = { id: string; code: string; version: number; nameZh: string; nameEn: string; headPersonId: string | null; head: Text | null }
export type ListedPosition = { id: string; code: string; departmentId: string; nameZh: string; nameEn: string; holders: Text[] }

/** A unit with its departments and positions by their codes, and who heads and holds them today; `people` only for who may choose among them. Null when not reached. */
export async function unitOverview(actor: Actor, unitId: string) {
  const keeps = mayKeepUnit(actor, { unitId }).allowed
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const { people, ...told } = await askAtOnce(tx, {
      unit: unitAsked(unitId), departments: departments(unitId), positions: positions(unitId), people: keeps ? eligible(unitId, day) : nothing<Named[]>(),
    }, heldNow(unitId, day))
    const unit = toldUnit(told.unit)
    return unit && { unit, departments: told.departments, positions: told.positions, keeps, people: people ?? [] }
  })
}

// Who holds what, and the names of all who hold or head something, each found once: the unit may not be theirs.
function heldNow(unitId: string, day: Day): Prisma.Sql {
  return Prisma.sql`
    with held as materialized (
      select id, "positionId", "personId", "from" from "PositionHolding"
      where "unitId" = ${unitId}::uuid and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
    ), named as materialized (
      select * from kp_person_names(array(select "personId" from held union select "headPersonId" from "Department" where "unitId" = ${unitId}::uuid and "headPersonId" is not null)))`
}

function departments(unitId: string): Question<ListedDepartment[]> {
  return rowsOf(Prisma.sql`
    select d.id, d.code, d.version, d."nameZh", d."nameEn", d."headPersonId", case when named.id is not null then json_build_object('zh', named."nameZh", 'en', named."nameEn") end as head
    from "Department" d left join named on named.id = d."headPersonId" where d."unitId" = ${unitId}::uuid order by d.code`)
}

function positions(unitId: string): Question<ListedPosition[]> {
  return rowsOf(Prisma.sql`
    select p.id, p.code, p."departmentId", p."nameZh", p."nameEn", coalesce(by.holders, '[]') as holders from "Position" p
    left join (
      select held."positionId", json_agg(json_build_object('zh', named."nameZh", 'en', named."nameEn") order by held."from", held.id) as holders
      from held join named on named.id = held."personId" group by held."positionId"
    ) by on by."positionId" = p.id
    where p."unitId" = ${unitId}::uuid order by p.code`)
}
