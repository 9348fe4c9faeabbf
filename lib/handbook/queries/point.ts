import type { Actor } from "@/lib/platform/actor"
import { asReader, type Work } from "@/lib/platform/door"
import type { Tx } from "@/lib/platform/database"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { ownersOfPointIn } from "@/lib/units/queries/owners"
import { applies } from "@/lib/handbook/rules/applicability"
import { pointChanges, type FieldChange } from "@/lib/handbook/rules/fields"
import { pointContent } from "@/lib/handbook/schema/content"
import { editionIn } from "./editions"
import { areFixed, wordsIn } from "./kept"
import { labelsIn } from "./labels"
import { overridesOfPointIn } from "./overrides"
import { pointOfEditionIn } from "./points"
import type { PointVersionRow } from "./rows"
import { pointOf } from "./content"
import { neighboursOf, pointsByCodeOf } from "./neighbours"

/** Everything about a point: its wording, who owns it where, and its way through the editions; null where there is none. */
export async function pointPage(actor: Actor, id: string, asked?: string) {
  return asReader(actor, (work) => pointPageIn(work, id, asked))
}

/** The same within a page's own transaction. */
export async function pointPageIn({ tx, actor }: Work, id: string, asked?: string) {
  if (!isId(id)) return null
  const versions = await versionsIn(tx, id)
  const inForce = await editionIn(tx, asked)
  const edition = inForce && versions.some((one) => one.edition.id === inForce.id) ? inForce : await editionIn(tx, versions[0]?.edition.id ?? "")
  const words = edition && (await wordsIn(tx, edition.id))
  const row = words?.byPoint.get(id)
  if (!edition || !words || !row) return null
  return {
    row, edition, content: pointContent.parse(pointOf(row)), labels: labelsIn(words), units: await unitsIn(tx, actor, row),
    neighbours: neighboursOf(words, id), compensating: pointsByCodeOf(words, row.compensating),
    history: versions,
  }
}
export type PointPage = NonNullable<Awaited<ReturnType<typeof pointPage>>>

/** Where the point applies among the units reached, why, and who owns it there. */
async function unitsIn(tx: Tx, actor: Actor, row: PointVersionRow) {
  const overrides = new Map((await overridesOfPointIn(tx, row.pointId)).map((one) => [one.unitId, one]))
  const owners = await ownersOfPointIn(tx, row.pointId)
  const units = (actor.units ?? []).map((unit) => ({
    unit, owner: owners.get(unit.id) ?? null, override: overrides.get(unit.id) ?? null, applicable: applies(row.kinds, unit.kind, overrides.get(unit.id)),
  }))
  const names = await namesOf(tx, units.flatMap(({ owner, override }) => [owner, override?.decidedBy]))
  return units.map(({ owner, override, ...unit }) => ({
    ...unit, owner: owner ? (names.get(owner) ?? null) : null,
    override: override && { ...override, decider: override.decidedBy ? (names.get(override.decidedBy) ?? null) : null },
  }))
}

/** The point in every edition that the reader sees, the latest first; `changes` is what changed against the one before, null in the first. */
async function versionsIn(tx: Tx, pointId: string) {
  const editions = await tx.$queryRaw<{ id: string; number: string; status: string; effectiveFrom: Date | null }[]>`
    select id, number, status, "effectiveFrom" from "Edition" e
    where exists (select 1 from "PointVersion" v where v."editionId" = e.id and v."pointId" = ${pointId}::uuid) order by "effectiveFrom", "draftedAt"`
  await areFixed(tx, editions.map(({ id }) => id))
  const history: { edition: (typeof editions)[number]; changes: FieldChange[] | null }[] = []
  let before: PointVersionRow | null = null
  for (const edition of editions) {
    const row: PointVersionRow | null = await pointOfEditionIn(tx, pointId, edition.id)
    history.push({ edition, changes: before && row ? pointChanges(pointContent.parse(pointOf(before)), pointContent.parse(pointOf(row))) : null })
    before = row
  }
  return history.reverse()
}
