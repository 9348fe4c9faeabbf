import type { Actor, ReachedUnit, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { namesOf } from "@/lib/platform/names"
import { applies } from "@/lib/handbook/rules/applicability"
import { answers } from "@/lib/handbook/rules/search"
import type { PointFilter } from "@/lib/handbook/schema/inputs"
import { ownersIn } from "@/lib/units/queries/owners"
import { editionIn } from "./editions"
import { overridesIn } from "./overrides"

type Row = Omit<ListedPoint, "id" | "versionId" | "title" | "description" | "applicable" | "owner"> & {
  id: string; pointId: string; titleZh: string; titleEn: string | null; descriptionZh: string; descriptionEn: string | null
}

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

/** The control points of the edition in force that answer a filter, in the handbook's order. */
export async function listControlPoints(actor: Actor, filter: PointFilter): Promise<PointList> {
  return asReader(actor, ({ tx }) => controlPointsIn(tx, actor, filter))
}

/** The same within a page's own transaction. */
export async function controlPointsIn(tx: Tx, actor: Actor, filter: PointFilter): Promise<PointList> {
  const editionId = (await editionIn(tx, filter.edition))?.id
  const unit = filter.unit === undefined ? null : (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
  if (editionId === undefined || unit === undefined) return { items: [], next: null, total: 0 }
  const points = await tx.$queryRaw<Row[]>`
    select p.id, p."pointId", p.code, p."titleZh", p."titleEn", p."descriptionZh", p."descriptionEn", p.aspect, p.frequency, p.nature,
      p.provenance, p.kinds, p."ownerPosition", n.code as node, s.code as step
    from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId"
    left join "Step" s on s."editionId" = p."editionId" and s.id = p."stepId"
    where p."editionId" = ${editionId}::uuid and ${narrowed(filter)} order by n.ordinal, p.ordinal`
  const isApplicable = await applicabilityIn(tx, unit)
  const isOwned = await ownershipIn(tx, filter.owner, unit ? [unit] : (actor.units ?? []))
  const kept = points
    .map(({ id, pointId, titleZh, titleEn, descriptionZh, descriptionEn, ...point }) => ({
      point: { titleZh, titleEn, descriptionZh, descriptionEn, ...point },
      item: {
        ...point, id: pointId, versionId: id, title: { zh: titleZh, en: titleEn }, description: { zh: descriptionZh, en: descriptionEn },
        applicable: isApplicable({ pointId, kinds: point.kinds }), owner: null,
      },
    }))
    .filter(({ point, item }) => isOwned(item.id) && (filter.applicable === undefined || String(item.applicable) === filter.applicable) && answers(point, filter.q ?? ""))
    .map(({ item }) => item)
  const shown = page(kept, filter)
  return unit ? { ...shown, items: await withOwners(tx, unit.id, shown.items) } : shown
}

function narrowed({ aspect, frequency, position, node }: PointFilter): Prisma.Sql {
  const wanted = [[Prisma.sql`p.aspect`, aspect], [Prisma.sql`p.frequency`, frequency], [Prisma.sql`p."ownerPosition"`, position], [Prisma.sql`n.code`, node]] as const
  return Prisma.join([Prisma.sql`true`, ...wanted.flatMap(([column, value]) => (value === undefined ? [] : [Prisma.sql`${column} = ${value}`]))], " and ")
}

async function withOwners(tx: Tx, unitId: string, items: ListedPoint[]): Promise<ListedPoint[]> {
  const owners = await ownersIn(tx, unitId)
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

function page(items: ListedPoint[], { limit = 50, cursor }: PointFilter): PointList {
  const from = cursor === undefined ? 0 : items.findIndex((item) => item.id === cursor) + 1
  const shown = items.slice(from, from + limit)
  return { items: shown, next: from + limit < items.length ? (shown.at(-1)?.id ?? null) : null, total: items.length }
}
