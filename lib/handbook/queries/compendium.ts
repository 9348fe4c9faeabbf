import type { Actor, Text } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { applies } from "@/lib/handbook/rules/applicability"
import { pointContent, type PointContent } from "@/lib/handbook/schema/content"
import { unitKinds, type UnitKind } from "@/lib/handbook/schema/values"
import { pointOf } from "./content"
import { editionInForceIn, editionIn } from "./editions"
import { labelsOf } from "./labels"
import { overridesIn } from "./overrides"
import { pointsOfEditionIn } from "./points"

export type CompendiumElement = { code: string; title: Text; points: (PointContent & { pointId: string })[] }

/**
 * The points of the soft elements that apply to a kind of unit or to one unit (`of`: a kind, or a unit's id; a coal plant unless told), by
 * element, with how each is tested: the 测评点汇编 (domain.md § 1). Null without an edition in force, or for a unit out of reach.
 */
export async function compendium(actor: Actor, of: string = "coal") {
  return asReader(actor, async ({ tx }) => {
    const inForce = await editionInForceIn(tx)
    const edition = inForce && (await editionIn(tx, inForce.id))
    const unit = actor.units?.find(({ id }) => id === of) ?? null
    const kind: UnitKind | undefined = unitKinds.find((known) => known === (unit?.kind ?? of))
    if (!edition || !kind) return null
    const overrides = unit ? await overridesIn(tx, unit.id) : new Map()
    const nodes = await tx.handbookNode.findMany({ where: { editionId: edition.id, kind: "soft-element" }, orderBy: { ordinal: "asc" }, select: { id: true, code: true, titleZh: true, titleEn: true } })
    const rows = (await pointsOfEditionIn(tx, edition.id)).filter(({ pointId, kinds }) => applies(kinds, kind, overrides.get(pointId)))
    const elements: CompendiumElement[] = nodes.map(({ id, code, titleZh, titleEn }) => ({
      code, title: { zh: titleZh, en: titleEn }, points: rows.filter(({ nodeId }) => nodeId === id).map((row) => ({ ...pointContent.parse(pointOf(row)), pointId: row.pointId })),
    }))
    const held = elements.filter(({ points }) => points.length > 0)
    return { edition: { id: edition.id, number: edition.number }, labels: labelsOf(edition), kind, unit, elements: held, total: held.reduce((sum, { points }) => sum + points.length, 0) }
  })
}
export type Compendium = NonNullable<Awaited<ReturnType<typeof compendium>>>
