import { record } from "@/lib/audit/record"
import { type Actor, isProduct } from "@/lib/platform/actor"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { mayAssign } from "@/lib/units/policy"
import { groundOf, headsOf, type Ground, type GroundPoint } from "@/lib/units/queries/ground"
import { beginning, succession, voiding } from "@/lib/units/rules"
import type { AssignByPosition, AssignOwner, AssignOwners, VoidOwnership } from "@/lib/units/schema"

/** Names the one owner of a point from a day on; the owner before ends on that day. Two at once: one of them gets `conflict`. */
export async function assignOwner(actor: Actor, input: AssignOwner): Promise<Result<{ assigned: number }>> {
  return asActor(actor, "units.assign-owner", async (work) => {
    const ground = found(await groundOf(work.tx, input.unitId, today(work.now)))
    return assign(work, ground, [{ point: pointOf(ground, input.pointId), personId: input.personId, seen: input.seen }], input.from)
  })
}

/** The same for several points and one person: all of them or none. Points that are already this person's stay as they are. */
export async function assignOwners(actor: Actor, input: AssignOwners): Promise<Result<{ assigned: number }>> {
  return asActor(actor, "units.assign-owners", async (work) => {
    const ground = found(await groundOf(work.tx, input.unitId, today(work.now)))
    const meant = [...new Set(input.pointIds)]
    const points = meant.map((id) => pointOf(ground, id)).filter((point) => ground.owners.get(point.pointId) !== input.personId)
    if (points.length === 0) refuse("conflict", "units.refusals.sameOwner")
    if (input.expected !== undefined && input.expected !== meant.length) {
      permit(mayAssign(actor, { unitId: ground.unit.id, heads: headsOf(ground, points) }), { unitId: ground.unit.id })
      refuse("stale-version", "units.refusals.assignedMeanwhile")
    }
    const since = input.asOf ? new Date(input.asOf) : undefined
    return assign(work, ground, points.map((point) => ({ point, personId: input.personId, seen: undefined })), input.from, since)
  })
}

/** Each applicable point without an owner goes to the one holder of its position; where there is none, or several, it stays a gap. */
export async function assignByPosition(actor: Actor, input: AssignByPosition): Promise<Result<{ assigned: number; gaps: number }>> {
  return asActor(actor, "units.assign-by-position", async (work) => {
    const ground = found(await groundOf(work.tx, input.unitId, today(work.now)))
    const open = ground.points.filter((point) => !ground.owners.has(point.pointId) && (!input.position || point.ownerPosition === input.position))
    const named = open.flatMap((point) => {
      const holders = ground.holders.get(point.ownerPosition) ?? []
      const [only] = holders
      return only && holders.length === 1 ? [{ point, personId: only.personId, seen: undefined }] : []
    })
    if (named.length === 0) {
      permit(mayAssign(actor, { unitId: ground.unit.id, heads: headsOf(ground, open) }), { unitId: ground.unit.id })
      refuse("conflict", "units.refusals.nobodyHolds")
    }
    return { ...(await assign(work, ground, named, input.from)), gaps: open.length - named.length }
  })
}

/** One point and who is to own it; `seen` and `untilLater` as in `succession`. */
export type Naming = { point: GroundPoint; personId: string; seen: string | undefined; untilLater?: boolean }

async function assign(work: Work, ground: Ground, namings: Naming[], wanted: Day | undefined, since?: Date): Promise<{ assigned: number }> {
  const { now, actor } = work
  const unitId = ground.unit.id
  permit(mayAssign(actor, { unitId, heads: headsOf(ground, namings.map((naming) => naming.point)) }), { unitId })
  const from = isProduct(actor) && wanted ? wanted : accept(beginning(wanted, today(now)))
  refuseCeased(ground.unit, from)
  const ids = namings.map(({ point }) => point.pointId)
  const { made, ended } = await succeedWithin(work, ground, namings, from, since)
  await record(work, {
    type: made.length === 1 ? "units.owner-assigned" : "units.owners-assigned", unitId,
    subjects: [...made.map((row) => ({ kind: "ownership" as const, id: row.id })), ...ids.map((id) => ({ kind: "point" as const, id }))],
    params: { ...words(ground, namings), count: made.length, from },
    before: Object.fromEntries(ended.map((row) => [codeOf(namings, row.pointId), row.personId])),
    after: Object.fromEntries(made.map((row) => [codeOf(namings, row.pointId), row.personId])),
  })
  return { assigned: made.length }
}

/**
 * One owner after another for each point named, from a day on; the command around it permits and records. With `since`, nobody may have
 * named one after that moment: asked of the rows once they are locked, so that of two at once only one is through.
 */
export async function succeedWithin({ tx, now, actor }: Work, ground: Ground, namings: Naming[], from: Day, since?: Date) {
  const unitId = ground.unit.id
  for (const { personId } of namings) if (!ground.people.has(personId)) refuse("not-found", "units.refusals.notOfUnit")
  const ids = namings.map(({ point }) => point.pointId)
  const standing = await tx.$queryRaw<{ id: string; pointId: string; personId: string; from: Date; to: Date | null; assignedAt: Date }[]>`
    select id, "pointId", "personId", "from", "to", "assignedAt" from "Ownership"
    where "unitId" = ${unitId}::uuid and "pointId" = any (${ids}::uuid[]) and "voidedAt" is null order by id for update`
  if (since && standing.some(({ assignedAt }) => assignedAt > since)) refuse("stale-version", "units.refusals.assignedMeanwhile")
  const rows = standing.map((row) => ({ ...row, from: dayOf(row.from), to: row.to && dayOf(row.to) }))
  const of = Map.groupBy(rows, ({ pointId }) => pointId)
  const changes = namings.map((naming) => ({ ...naming, ...accept(succession(of.get(naming.point.pointId) ?? [], { ...naming, from })) }))
  const ended = changes.flatMap(({ ends }) => ends ?? [])
  await tx.ownership.updateMany({ where: { id: { in: ended.map((row) => row.id) } }, data: { to: dateOf(from) } })
  const made = changes.map(({ point, personId, to }) => ({
    id: newId(), unitId, pointId: point.pointId, personId, positionId: positionFor(ground, personId, point), from: dateOf(from), to: to && dateOf(to), assignedBy: actor.personId, assignedAt: now,
  }))
  await tx.$executeRaw`
    insert into "Ownership" (id, "unitId", "pointId", "personId", "positionId", "from", "to", "assignedBy", "assignedAt")
    select o.id, ${unitId}::uuid, o.point, o.person, o.position, ${dateOf(from)}::date, o.until, ${actor.personId}::uuid, ${now}
    from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ pointId }) => pointId)}::uuid[], ${made.map(({ personId }) => personId)}::uuid[], ${made.map(({ positionId }) => positionId)}::uuid[], ${made.map(({ to }) => to)}::date[]) as o (id, point, person, position, until)`
  return { made, ended }
}

/** Voids a row that was a mistake, with the reason; the point is without an owner for those days. */
export async function voidOwnership(actor: Actor, input: VoidOwnership): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.void-ownership", async (work) => {
    await work.tx.$queryRaw`select id from "Ownership" where id = ${input.id}::uuid for update`
    const row = found(await work.tx.ownership.findUnique({ where: { id: input.id }, select: { id: true, unitId: true, pointId: true, personId: true, voidedAt: true } }))
    const ground = found(await groundOf(work.tx, row.unitId, today(work.now)))
    const point = ground.points.find(({ pointId }) => pointId === row.pointId)
    permit(mayAssign(actor, { unitId: row.unitId, heads: point ? headsOf(ground, [point]) : [] }), { unitId: row.unitId, id: row.id })
    accept(voiding(row))
    await work.tx.ownership.update({ where: { id: row.id }, data: { voidedAt: work.now, voidedBy: actor.personId, voidReason: input.reason }, select: { id: true } })
    await record(work, {
      type: "units.ownership-voided", unitId: row.unitId, subjects: [{ kind: "ownership", id: row.id }, { kind: "point", id: row.pointId }],
      params: { code: point?.code ?? "" }, before: { personId: row.personId }, why: input.reason,
    })
    return { id: row.id }
  })
}

function pointOf(ground: Ground, pointId: string): GroundPoint {
  return ground.points.find((point) => point.pointId === pointId) ?? refuse("not-found", "units.refusals.notApplicable")
}

/** The position in which a person answers for a point: the one that the handbook asks for, else one that they hold here. */
function positionFor(ground: Ground, personId: string, point: GroundPoint): string | null {
  const held = [...ground.holders.values()].flat().filter((holding) => holding.personId === personId)
  return (held.find((holding) => holding.code === point.ownerPosition) ?? held[0])?.positionId ?? null
}

function codeOf(namings: Naming[], pointId: string): string {
  return namings.find(({ point }) => point.pointId === pointId)?.point.code ?? pointId
}

function words(ground: Ground, namings: Naming[]) {
  const people = [...new Set(namings.map((naming) => naming.personId))].map((id) => ground.people.get(id))
  const points = namings.map(({ point }) => point.code)
  return {
    name: people.map((person) => person?.nameZh ?? "").join("、"), nameEn: people.map((person) => person?.nameEn ?? "").join(", "),
    code: points.slice(0, 5).join(", ") + (points.length > 5 ? " …" : ""),
  }
}
