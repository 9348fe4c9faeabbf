import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dayOf, today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { positionTitlesIn } from "@/lib/handbook/queries/titles"
import { editionInForce, toldEdition } from "@/lib/handbook/queries/editions"
import { overridesOf } from "@/lib/handbook/queries/overrides"
import { type ApplicablePoint, applicablePointsIn } from "@/lib/handbook/queries/points"
import { type Ground, groundOf, headsOf } from "@/lib/units/queries/ground"
import { eligible } from "@/lib/units/queries/people"
import { headsAsked, positionNamesAsked, positionsIn, toldUnit, unitAsked } from "@/lib/units/queries/units"
import { grouped, ownershipHistoryIn, ownershipsIn, ownersOn, performersIn, performersOn } from "@/lib/units/queries/owners"
import { hasCeased, positionsCalled, standingOf } from "@/lib/units/rules"
import type { OwnershipFilter } from "@/lib/units/schema"

export type OwnedPoint = {
  pointId: string; code: string; title: Text; node: string; department: string; position: string; frequency: string
  owner: Owner | null
  performers: Text[]
}
type Owner = { personId: string; name: Text }

/** Who answers for each applicable point of a unit: those without an owner first, then in the handbook's order. */
export async function ownershipMatrix(actor: Actor, filter: OwnershipFilter) {
  return asReader(actor, (work) => matrixIn(work, filter))
}

/** The points of such a page alone, each with the row that names its owner: by its id a mistaken one is voided. */
export async function listOwned(actor: Actor, filter: OwnershipFilter) {
  return asReader(actor, async (work) => {
    const page = await matrixIn(work, filter)
    if (!page) return null
    const rows = await ownershipsIn(work.tx, page.unit.id, today(work.now), page.items.map(({ pointId }) => pointId))
    const ids = new Map(rows.map(({ pointId, id }) => [pointId, id]))
    return { items: page.items.map((item) => ({ ...item, owner: item.owner && { ownershipId: ids.get(item.pointId), ...item.owner } })), next: page.next }
  })
}

async function matrixIn({ tx, now, actor }: Work, filter: OwnershipFilter) {
  const reached = (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
  // To an external auditor no owner is there, and every point would look like a gap.
  if (!reached || !actor.audience.includes("operating")) return null
  const day = today(now)
  const { people, positions, ...told } = await askAtOnce(tx, {
    unit: unitAsked(reached.id), edition: editionInForce(day), decided: overridesOf(reached.id), people: eligible(reached.id, day),
    owners: ownersOn(reached.id, day), performers: performersOn(reached.id, day), departments: headsAsked(reached.id), positions: positionNamesAsked(reached.id),
  })
  const [unit, edition] = [toldUnit(told.unit), toldEdition(tx, told.edition)]
  if (!unit) return null
  const applicable = edition ? await applicablePointsIn(tx, unit, edition.id, told.decided) : []
  const known = new Map(people.map(({ id, nameZh, nameEn }): [string, Text] => [id, { zh: nameZh, en: nameEn }]))
  const names = await namesOf(tx, [...told.owners.map(({ personId }) => personId), ...told.performers.map(({ personId }) => personId)], known)
  const positionNames = new Map([...(edition ? await positionTitlesIn(tx, edition.id) : []), ...positions.map(({ code, ...name }): [string, Text] => [code, name])])
  const owners = new Map<string, Owner>()
  for (const { personId, points } of told.owners) {
    const owner = { personId, name: names.get(personId) ?? { zh: "", en: null } }
    for (const point of points) owners.set(point, owner)
  }
  const performers = grouped(told.performers)
  const [gaps, owned]: [ApplicablePoint[], ApplicablePoint[]] = [[], []]
  for (const point of applicable) (owners.has(point.pointId) ? owned : gaps).push(point)
  const called = filter.position === undefined ? null : positionsCalled(filter.position, new Map(applicable.map(({ ownerPosition }) => [ownerPosition, positionNames.get(ownerPosition)])))
  const matching = [...gaps, ...owned].filter((point) => answers(point, owners.get(point.pointId), filter, called))
  const from = filter.cursor ? matching.findIndex((point) => point.pointId === filter.cursor) + 1 : 0
  const items = matching.slice(from, from + filter.limit).map((point): OwnedPoint => ({
    pointId: point.pointId, code: point.code, title: { zh: point.titleZh, en: point.titleEn }, node: point.node.code, department: point.department,
    position: point.ownerPosition, frequency: point.frequency, owner: owners.get(point.pointId) ?? null,
    performers: (performers.get(point.pointId) ?? []).flatMap((id) => names.get(id) ?? []),
  }))
  return {
    unit, edition, items, total: matching.length, matching: matching.map(({ pointId }) => pointId), asOf: now.toISOString(),
    next: from + filter.limit < matching.length ? (items.at(-1)?.pointId ?? null) : null,
    counts: { applicable: applicable.length, gaps: hasCeased(unit, day) ? 0 : gaps.length },
    people, positionNames, workload: workload(owned.flatMap(({ pointId }) => owners.get(pointId) ?? [])),
    nodes: [...new Set(applicable.map((point) => point.node.code))], open: [...new Set(gaps.map((point) => point.ownerPosition))],
    headOf: headsOf(told, items),
  }
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

function answers(point: ApplicablePoint, owner: Owner | undefined, filter: OwnershipFilter, positions: ReadonlySet<string> | null): boolean {
  return (
    (!filter.q || wordsOf(point, owner).includes(filter.q.toLowerCase())) &&
    (!filter.node || point.node.code === filter.node) &&
    (!positions || positions.has(point.ownerPosition)) &&
    (!filter.owner || owner?.personId === filter.owner) &&
    (!filter.gaps || owner === undefined)
  )
}

function wordsOf({ code, titleZh, titleEn }: ApplicablePoint, owner: Owner | undefined): string {
  return [code, titleZh, titleEn ?? "", owner?.name.zh ?? "", owner?.name.en ?? ""].join(" ").toLowerCase()
}

/** How many points each owner answers for, the most first. */
function workload(owners: readonly Owner[]) {
  const loads = new Map<string, { personId: string; name: Text; count: number }>()
  for (const { personId, name } of owners) {
    const load = loads.get(personId)
    if (load) load.count += 1
    else loads.set(personId, { personId, name, count: 1 })
  }
  return [...loads.values()].sort((a, b) => b.count - a.count || (a.name.zh < b.name.zh ? -1 : 1))
}
