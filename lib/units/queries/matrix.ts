import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { positionTitlesIn } from "@/lib/handbook/queries/titles"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import { type Ground, groundOf, headsOf } from "@/lib/units/queries/ground"
import { eligibleIn } from "@/lib/units/queries/people"
import { calledIn, positionsIn, unitOf } from "@/lib/units/queries/units"
import { answersOnIn, ownershipHistoryIn, performersIn } from "@/lib/units/queries/owners"
import { hasCeased, standingOf } from "@/lib/units/rules"
import type { OwnershipFilter } from "@/lib/units/schema"

export type OwnedPoint = {
  pointId: string; code: string; title: Text; node: string; department: string; position: string; frequency: string
  owner: { ownershipId: string; personId: string; name: Text } | null
  performers: Text[]
}

/** Who answers for each applicable point of a unit: those without an owner first, then in the handbook's order. */
export async function ownershipMatrix(actor: Actor, filter: OwnershipFilter) {
  return asReader(actor, async ({ tx, now }) => {
    const reached = (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
    const [unit, day] = [reached && (await unitOf(tx, reached.id)), today(now)]
    // To an external auditor no owner is there, and every point would look like a gap.
    if (!unit || !actor.audience.includes("operating")) return null
    const edition = await editionInForceIn(tx, day)
    const applicable = edition ? await applicablePointsIn(tx, unit, edition.id) : []
    const people = await eligibleIn(tx, unit.id, day)
    const { ownerships, performers } = await answersOnIn(tx, unit.id, day)
    const owned = new Map(ownerships.map((row) => [row.pointId, row]))
    const known = new Map(people.map(({ id, nameZh, nameEn }): [string, Text] => [id, { zh: nameZh, en: nameEn }]))
    const names = await namesOf(tx, [...ownerships.map((row) => row.personId), ...[...performers.values()].flat()], known)
    const points = applicable.map((point): OwnedPoint => {
      const row = owned.get(point.pointId)
      return {
        pointId: point.pointId, code: point.code, title: { zh: point.titleZh, en: point.titleEn }, node: point.node.code, department: point.department,
        position: point.ownerPosition, frequency: point.frequency,
        owner: row ? { ownershipId: row.id, personId: row.personId, name: names.get(row.personId) ?? { zh: "", en: null } } : null,
        performers: (performers.get(point.pointId) ?? []).flatMap((id) => names.get(id) ?? []),
      }
    })
    const gaps = points.filter((point) => !point.owner)
    const answering = [...gaps, ...points.filter((point) => point.owner)].filter((point) => answers(point, filter))
    const from = filter.cursor ? answering.findIndex((point) => point.pointId === filter.cursor) + 1 : 0
    const items = answering.slice(from, from + filter.limit)
    const { departments, positions } = await calledIn(tx, unit.id)
    return {
      unit, edition, items, total: answering.length, matching: answering.map(({ pointId }) => pointId), asOf: now.toISOString(),
      next: from + filter.limit < answering.length ? (items.at(-1)?.pointId ?? null) : null,
      counts: { applicable: points.length, gaps: hasCeased(unit, day) ? 0 : gaps.length },
      people, positionNames: new Map([...(edition ? await positionTitlesIn(tx, edition.id) : []), ...positions]), workload: workload(points),
      nodes: [...new Set(points.map((point) => point.node))], positions: [...new Set(points.map((point) => point.position))],
      open: [...new Set(gaps.map((point) => point.position))],
      headOf: headsOf({ departments }, items),
    }
  })
}

/** All of a unit's points with their owners' and performers' addresses, for its workbook. */
export async function matrixOf(actor: Actor, unitId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const ground = await groundOf(tx, unitId, today(now))
    if (!ground || !actor.audience.includes("operating")) return null
    const performers = await performersIn(tx, unitId, today(now))
    const since = new Map((await tx.ownership.findMany({ where: { id: { in: ground.ownerships.map(({ id }) => id) } }, select: { pointId: true, from: true } })).map((row) => [row.pointId, dayOf(row.from)]))
    const names = await positionNames(tx, ground)
    const personOf = (id: string | undefined) => ground.people.get(id ?? "")
    return {
      unit: ground.unit, people: [...ground.people.values()].map(({ email }) => email),
      rows: ground.points.map((point) => {
        const owner = personOf(ground.owners.get(point.pointId))
        return {
          code: point.code, title: { zh: point.titleZh, en: point.titleEn }, position: names.get(point.ownerPosition) ?? null,
          owner: owner ? { email: owner.email, name: { zh: owner.nameZh, en: owner.nameEn }, since: since.get(point.pointId) ?? null } : null,
          performers: (performers.get(point.pointId) ?? []).flatMap((id) => personOf(id)?.email ?? []),
        }
      }),
    }
  })
}

export type PointOwnership = NonNullable<Awaited<ReturnType<typeof pointOwnership>>>

/** One point of a unit: who owns it, who performs it, and everybody who ever did. */
export async function pointOwnership(actor: Actor, unitId: string, pointId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const ground = await groundOf(tx, unitId, today(now))
    const point = ground?.points.find((one) => one.pointId === pointId)
    if (!ground || !point || !actor.audience.includes("operating")) return null
    const history = await ownershipHistoryIn(tx, unitId, pointId)
    const performers = await tx.performer.findMany({
      where: { unitId, pointId }, orderBy: { from: "desc" }, select: { id: true, personId: true, from: true, to: true },
    })
    const names = await namesOf(tx, [...history.flatMap((row) => [row.personId, row.assignedBy, row.voidedBy]), ...performers.map((row) => row.personId)])
    const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
    return {
      unit: ground.unit, point, positionNames: await positionNames(tx, ground), people: [...ground.people.values()], heads: headsOf(ground, [point]),
      history: history.map((row) => ({ ...row, standing: standingOf(row, today(now)), current: standingOf(row, today(now)) === "standing", name: nameOf(row.personId), assigner: nameOf(row.assignedBy), voider: nameOf(row.voidedBy) })),
      performers: performers.map((row) => ({ ...row, name: nameOf(row.personId), from: dayOf(row.from), to: row.to && dayOf(row.to) })),
    }
  })
}

/** What the unit calls its positions; one that it lacks is called as the handbook does. */
async function positionNames(tx: Tx, { unit, edition }: Ground): Promise<Map<string, Text>> {
  const listed = edition ? await positionTitlesIn(tx, edition.id) : []
  return new Map([...listed, ...(await positionsIn(tx, unit.id)).map((row): [string, Text] => [row.code, { zh: row.nameZh, en: row.nameEn }])])
}

function answers(point: OwnedPoint, filter: OwnershipFilter): boolean {
  return (
    (!filter.q || wordsOf(point).includes(filter.q.toLowerCase())) &&
    (!filter.node || point.node === filter.node) &&
    (!filter.position || point.position === filter.position) &&
    (!filter.owner || point.owner?.personId === filter.owner) &&
    (!filter.gaps || point.owner === null)
  )
}

function wordsOf({ code, title, owner }: OwnedPoint): string {
  return [code, title.zh, title.en ?? "", owner?.name.zh ?? "", owner?.name.en ?? ""].join(" ").toLowerCase()
}

/** How many points each owner answers for, the most first. */
function workload(points: OwnedPoint[]) {
  const loads = new Map<string, { personId: string; name: Text; count: number }>()
  for (const { owner } of points) {
    if (owner) loads.set(owner.personId, { personId: owner.personId, name: owner.name, count: (loads.get(owner.personId)?.count ?? 0) + 1 })
  }
  return [...loads.values()].sort((a, b) => b.count - a.count || (a.name.zh < b.name.zh ? -1 : 1))
}
