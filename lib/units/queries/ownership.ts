import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf } from "@/lib/platform/days"

export type Answering = { owner: string | null; performers: string[] }

const standing = (day: Day) => ({ from: { lte: dateOf(day) }, OR: [{ to: null }, { to: { gt: dateOf(day) } }] })

/** Who owns and who performs some points of a unit on a day. */
export async function answeringIn(tx: Tx, unitId: string, pointIds: string[], day: Day): Promise<Map<string, Answering>> {
  const where = { unitId, pointId: { in: pointIds }, ...standing(day) }
  const select = { pointId: true, personId: true } as const
  const owners = await tx.ownership.findMany({ where: { ...where, voidedAt: null }, select })
  const performers = await tx.performer.findMany({ where, select })
  return new Map(pointIds.map((pointId) => [pointId, {
    owner: owners.find((row) => row.pointId === pointId)?.personId ?? null,
    performers: performers.filter((row) => row.pointId === pointId).map((row) => row.personId),
  }]))
}

export type AnsweringNow = { day: Day; answering: Map<string, Answering & { ownerName: Text | null }> }
type AnsweringRow = { day: Date; pointId: string | null; personId: string | null; owns: boolean | null; nameZh: string | null; nameEn: string | null }

/** The same on the day that it now is in the unit, with the owners' names, asked in one round trip; null where there is no such unit to see. */
export async function answeringNowIn(tx: Tx, unitId: string, pointIds: string[], now: Date): Promise<AnsweringNow | null> {
  const rows = await tx.$queryRaw<AnsweringRow[]>`
    with unit as (select id, (${now}::timestamptz at time zone "timeZone")::date as day from "Unit" where id = ${unitId}::uuid)
    select unit.day, a."pointId", a."personId", a.owns, n."nameZh", n."nameEn" from unit
    left join lateral (
      select "pointId", "personId", true as owns from "Ownership"
      where "unitId" = unit.id and "pointId" = any (${pointIds}::uuid[]) and "voidedAt" is null and "from" <= unit.day and ("to" is null or "to" > unit.day)
      union all
      select "pointId", "personId", false from "Performer"
      where "unitId" = unit.id and "pointId" = any (${pointIds}::uuid[]) and "from" <= unit.day and ("to" is null or "to" > unit.day)
    ) a on true
    left join lateral kp_person_names(case when a.owns then array[a."personId"] else '{}' end) n on true`
  const [first] = rows
  if (!first) return null
  return { day: dayOf(first.day), answering: new Map(pointIds.map((pointId) => {
    const here = rows.filter((row) => row.pointId === pointId)
    const owner = here.find((row) => row.owns)
    return [pointId, {
      owner: owner?.personId ?? null, performers: here.flatMap((row) => (row.owns || !row.personId ? [] : [row.personId])),
      ownerName: owner?.nameZh ? { zh: owner.nameZh, en: owner.nameEn } : null,
    }]
  })) }
}

/** The points that a person owns or performs on a day, in every unit that is reached. */
export async function pointsOfPersonIn(tx: Tx, personId: string, day: Day): Promise<{ unitId: string; pointId: string }[]> {
  const select = { unitId: true, pointId: true } as const
  const owned = await tx.ownership.findMany({ where: { personId, voidedAt: null, ...standing(day) }, select })
  const performed = await tx.performer.findMany({ where: { personId, ...standing(day) }, select })
  return [...owned, ...performed]
}
