import type { Actor, ReachedUnit, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { applies } from "@/lib/handbook/rules/applicability"
import { found, type Searched } from "@/lib/handbook/rules/search"
import type { PointFilter } from "@/lib/handbook/schema/inputs"
import { ownersIn } from "@/lib/units/queries/owners"
import { editionIn } from "./editions"
import { overridesIn } from "./overrides"

type Row = Omit<ListedPoint, "id" | "versionId" | "title" | "description" | "applicable" | "owner"> & Candidate & Searched
type Candidate = { id: string; pointId: string; kinds: string[] }

/** `id` is the point's own, kept across editions; `applicable` is null where no unit was asked for. */
export type ListedPoint = {
  id: string
  versionId: string
  code: string
  title: Text
  description: Text
  node: string
  step: string | null
  aspect: string | null
  frequency: string
  nature: string
  provenance: string
  kinds: string[]
  ownerPosition: string
  applicable: boolean | null
  /** Who owns it in the unit asked for. */
  owner: { id: string; name: Text } | null
}
export type PointList = { items: ListedPoint[]; next: string | null; total: number }

/** The control points of the edition in force that answer a filter, in the handbook's order; with a search the best answers first. */
export async function listControlPoints(actor: Actor, filter: PointFilter): Promise<PointList> {
  return asReader(actor, ({ tx }) => controlPointsIn(tx, actor, filter))
}

/** The same within a page's own transaction. */
export async function controlPointsIn(tx: Tx, actor: Actor, filter: PointFilter): Promise<PointList> {
  const editionId = isId(filter.edition ?? "") ? filter.edition : (await editionIn(tx, filter.edition))?.id
  const unit = filter.unit === undefined ? null : (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
  if (editionId === undefined || unit === undefined) return { items: [], next: null, total: 0 }
  const isApplicable = await applicabilityIn(tx, unit)
  const isOwned = await ownershipIn(tx, filter.owner, unit ? [unit] : (actor.units ?? []))
  const kept = (await candidatesIn(tx, editionId, filter))
    .filter((point) => isOwned(point.pointId) && (filter.applicable === undefined || String(isApplicable(point)) === filter.applicable))
  const { items, ...rest } = page(kept, filter)
  const points = await wordedIn(tx, editionId, items.map(({ id }) => id))
  const listed = points.map(({ id, pointId, titleZh, titleEn, descriptionZh, descriptionEn, ...point }): ListedPoint => ({
    ...point, id: pointId, versionId: id, title: { zh: titleZh, en: titleEn }, description: { zh: descriptionZh, en: descriptionEn },
    applicable: isApplicable({ pointId, kinds: point.kinds }), owner: null,
  }))
  return { ...rest, items: unit ? await withOwners(tx, unit.id, listed) : listed }
}

// All that answer, without their words: those are long, and only a page of them is shown. A search has to read them.
async function candidatesIn(tx: Tx, editionId: string, filter: PointFilter): Promise<Candidate[]> {
  const searched = filter.q ? Prisma.sql`, p.code, p."titleZh", p."titleEn", p."descriptionZh", p."descriptionEn"` : Prisma.empty
  const rows = Prisma.sql`
    select p.id, p."pointId", p.kinds ${searched}
    from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId"
    left join "Step" s on s."editionId" = p."editionId" and s.id = p."stepId"
    where p."editionId" = ${editionId}::uuid and ${narrowed(filter)} order by n.ordinal, p.ordinal`
  const { q } = filter
  return q ? found(await tx.$queryRaw<(Candidate & Searched)[]>(rows), q) : tx.$queryRaw<Candidate[]>(rows)
}

async function wordedIn(tx: Tx, editionId: string, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw<Row[]>`
    select p.id, p."pointId", p.code, p."titleZh", p."titleEn", p."descriptionZh", p."descriptionEn", p.aspect, p.frequency, p.nature,
      p.provenance, p.kinds, p."ownerPosition", n.code as node, s.code as step
    from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId"
    left join "Step" s on s."editionId" = p."editionId" and s.id = p."stepId"
    where p."editionId" = ${editionId}::uuid and p.id = any (${ids}::uuid[]) order by array_position(${ids}::uuid[], p.id)`
}

function narrowed({ aspect, frequency, position, node, step, department, nature, kind, assertion }: PointFilter): Prisma.Sql {
  const wanted = [
    [Prisma.sql`p.aspect =`, aspect], [Prisma.sql`p.frequency =`, frequency], [Prisma.sql`p."ownerPosition" =`, position], [Prisma.sql`n.code =`, node], [Prisma.sql`s.code =`, step],
    [Prisma.sql`p.department =`, department], [Prisma.sql`p.nature =`, nature],
  ] as const
  const listed = [[Prisma.sql`p.kinds`, kind], [Prisma.sql`p.assertions`, assertion]] as const
  const parts = [
    ...wanted.flatMap(([test, value]) => (value === undefined ? [] : [Prisma.sql`${test} ${value}`])),
    ...listed.flatMap(([values, value]) => (value === undefined ? [] : [Prisma.sql`${value} = any (${values})`])),
  ]
  return Prisma.join([Prisma.sql`true`, ...parts], " and ")
}

async function withOwners(tx: Tx, unitId: string, items: ListedPoint[]): Promise<ListedPoint[]> {
  const owners = await ownersIn(tx, unitId, undefined, items.map(({ id }) => id))
  const names = await namesOf(tx, items.map(({ id }) => owners.get(id)))
  return items.map((item) => {
    const owner = owners.get(item.id)
    const name = owner && names.get(owner)
    return name ? { ...item, owner: { id: owner, name } } : item
  })
}

/** Whether a person owns a point in one of the units; `none`: whether nobody does. */
async function ownershipIn(tx: Tx, owner: string | undefined, units: readonly ReachedUnit[]) {
  if (owner === undefined) return () => true
  const owned = new Set<string>()
  for (const unit of units) {
    for (const [pointId, personId] of await ownersIn(tx, unit.id)) if (owner === "none" || owner === personId) owned.add(pointId)
  }
  return (pointId: string) => owned.has(pointId) !== (owner === "none")
}

/** Whether points apply to the unit asked for. */
async function applicabilityIn(tx: Tx, unit: ReachedUnit | null) {
  if (unit === null) return () => null
  const overrides = await overridesIn(tx, unit.id)
  return ({ pointId, kinds }: { pointId: string; kinds: string[] }) => applies(kinds, unit.kind, overrides.get(pointId))
}

function page(points: Candidate[], { limit = 50, cursor }: PointFilter) {
  const from = cursor === undefined ? 0 : points.findIndex(({ pointId }) => pointId === cursor) + 1
  const items = points.slice(from, from + limit)
  return { items, next: from + limit < points.length ? (items.at(-1)?.pointId ?? null) : null, total: points.length }
}
