import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found } from "@/lib/platform/refusal"
import { succeedWithin } from "@/lib/units/commands/owners"
import { groundOf } from "@/lib/units/queries/ground"
import { ownersIn } from "@/lib/units/queries/owners"
import { hasCeased } from "@/lib/units/rules"

/** Who takes each point, and who may be there before them: what somebody else came to own meanwhile stays theirs. */
export type Passing = { unitId: string; from: Day; takers: ReadonlyMap<string, string>; before: readonly (string | null)[] }
export type Passed = { pointIds: string[]; ownershipIds: string[] }

/** Points pass to others from a day on, each with one owner on every day; within a handover, which permits and records. */
export async function passPointsWithin(work: Work, { unitId, from, takers, before }: Passing): Promise<Passed> {
  const ground = found(await groundOf(work.tx, unitId, today(work.now)))
  if (hasCeased(ground.unit, from)) return { pointIds: [], ownershipIds: [] }
  const owners = await ownersIn(work.tx, unitId, from, [...takers.keys()])
  const namings = ground.points.flatMap((point) => {
    const [present, personId] = [owners.get(point.pointId) ?? null, takers.get(point.pointId)]
    return personId && present !== personId && before.includes(present) ? [{ point, personId, seen: undefined, untilLater: true }] : []
  })
  if (namings.length === 0) return { pointIds: [], ownershipIds: [] }
  const { made } = await succeedWithin(work, ground, namings, from)
  return { pointIds: made.map((row) => row.pointId), ownershipIds: made.map((row) => row.id) }
}

/**
 * What a departure had passed on goes back to who stays after all: where its day has not come, as if it had never been (the
 * interim's rows are voided with the reason); else from today on.
 */
export async function takeBackPointsWithin(work: Work, given: { unitId: string; personId: string; interimPersonId: string; left: Day; pointIds: readonly string[]; reason: string }): Promise<Passed> {
  const { unitId, personId, interimPersonId, left, pointIds, reason } = given
  const [{ tx, now, actor }, day] = [work, today(work.now)]
  if (left <= day) return passPointsWithin(work, { unitId, from: day, takers: new Map(pointIds.map((id) => [id, personId])), before: [interimPersonId] })
  const rows = await tx.$queryRaw<{ id: string; pointId: string }[]>`
    update "Ownership" set "voidedAt" = ${now}, "voidedBy" = ${actor.personId}::uuid, "voidReason" = ${reason}
    where "unitId" = ${unitId}::uuid and "pointId" = any (${[...pointIds]}::uuid[]) and "personId" = ${interimPersonId}::uuid
      and "from" = ${dateOf(left)}::date and "voidedAt" is null and ("to" is null or "to" > "from") returning id, "pointId"`
  const back = await tx.$queryRaw<{ id: string; pointId: string }[]>`
    update "Ownership" o set "to" = v."to" from "Ownership" v
    where v.id = any (${rows.map((row) => row.id)}::uuid[]) and v."pointId" = o."pointId" and o."unitId" = ${unitId}::uuid and o."personId" = ${personId}::uuid
      and o."to" = ${dateOf(left)}::date and o."from" < o."to" and o."voidedAt" is null returning o.id, o."pointId"`
  return { pointIds: back.map((row) => row.pointId), ownershipIds: [...rows, ...back].map((row) => row.id) }
}

/** The same for what a person performs: they end on the day, and whoever takes over begins, unless they perform it already. */
export async function passPerformancesWithin({ tx, now, actor }: Work, given: { unitId: string; personId: string; from: Day; takers: ReadonlyMap<string, string> }): Promise<void> {
  const { unitId, personId, from, takers } = given
  const rows = await tx.$queryRaw<{ id: string; pointId: string; personId: string; from: Date }[]>`
    select id, "pointId", "personId", "from" from "Performer"
    where "unitId" = ${unitId}::uuid and "pointId" = any (${[...takers.keys()]}::uuid[]) and "to" is null order by id for update`
  for (const row of rows.filter((one) => one.personId === personId)) {
    const to = dayOf(row.from) > from ? row.from : dateOf(from)
    await tx.performer.update({ where: { id: row.id }, data: { to }, select: { id: true } })
    const taker = takers.get(row.pointId)
    if (!taker || rows.some((one) => one.pointId === row.pointId && one.personId === taker)) continue
    await tx.performer.create({ data: { id: newId(), unitId, pointId: row.pointId, personId: taker, from: to, assignedBy: actor.personId, assignedAt: now }, select: { id: true } })
  }
}

/** Ends what a person holds in a unit on a day, the departure of a handover; what began later is not touched. */
export async function endHoldingsWithin({ tx }: Work, { unitId, personId, to }: { unitId: string; personId: string; to: Day }): Promise<string[]> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from "PositionHolding" where "unitId" = ${unitId}::uuid and "personId" = ${personId}::uuid and "to" is null and "from" <= ${to}::date order by id for update`
  const ids = held.map(({ id }) => id)
  await tx.positionHolding.updateMany({ where: { id: { in: ids } }, data: { to: dateOf(to) } })
  return ids
}

/** Gives back what a departure had ended: as if it had not, where its day has not come; else anew from today. */
export async function resumeHoldingsWithin({ tx, now, actor }: Work, ids: readonly string[], left: Day): Promise<void> {
  const day = today(now)
  const rows = await tx.positionHolding.findMany({ where: { id: { in: [...ids] }, to: dateOf(left) }, select: { id: true, unitId: true, personId: true, positionId: true } })
  for (const { id, ...row } of rows) {
    if (left > day) await tx.positionHolding.update({ where: { id }, data: { to: null }, select: { id: true } })
    else if ((await tx.positionHolding.count({ where: { ...row, to: null } })) === 0) {
      await tx.positionHolding.create({ data: { id: newId(), ...row, from: dateOf(day), recordedBy: actor.personId, recordedAt: now }, select: { id: true } })
    }
  }
}
