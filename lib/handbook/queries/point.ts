import type { Actor } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import { asReader, todayIn, type Work } from "@/lib/platform/door"
import type { Tx } from "@/lib/platform/database"
import { isId } from "@/lib/platform/ids"
import { ownersOfPoint } from "@/lib/units/queries/owners"
import { applies } from "@/lib/handbook/rules/applicability"
import { pointChanges, type FieldChange } from "@/lib/handbook/rules/fields"
import { namedEditionIn } from "./editions"
import { isFixed, noteFixed, wordsIn } from "./kept"
import { labelsIn } from "./labels"
import { overridesOfPoint } from "./overrides"
import { pointOfEditionIn } from "./points"
import type { PointVersionRow } from "./rows"
import { contentOf } from "./content"
import { neighboursOf, pointsByCodeOf } from "./neighbours"

/** Everything about a point: its wording, who owns it where, and its way through the editions; null where there is none. */
export async function pointPage(actor: Actor, id: string, asked?: string) {
  return asReader(actor, (work) => pointPageIn(work, id, asked))
}

/** The same within a page's own transaction. */
export async function pointPageIn({ tx, actor }: Work, id: string, asked?: string) {
  if (!isId(id)) return null
  const versions = await versionsIn(tx, id)
  const inForce = await namedEditionIn(tx, asked)
  const edition = inForce && versions.some((one) => one.edition.id === inForce.id) ? inForce : await namedEditionIn(tx, versions[0]?.edition.id ?? "")
  const words = edition && (await wordsIn(tx, edition.id))
  const row = words?.byPoint.get(id)
  if (!edition || !words || !row) return null
  return {
    row, edition, content: contentOf(row), labels: labelsIn(words), units: await unitsIn(tx, actor, row),
    neighbours: neighboursOf(words, id), compensating: pointsByCodeOf(words, row.compensating),
    history: versions,
  }
}
export type PointPage = NonNullable<Awaited<ReturnType<typeof pointPage>>>

/** Where the point applies among the units reached, why, and who owns it there. */
async function unitsIn(tx: Tx, actor: Actor, row: PointVersionRow) {
  const asked = await askAtOnce(tx, { overrides: overridesOfPoint(row.pointId), owners: ownersOfPoint(row.pointId, await todayIn(tx)) })
  const overrides = new Map(asked.overrides.map((one) => [one.unitId, one]))
  const owners = new Map(asked.owners.map(({ unitId, name }) => [unitId, name]))
  return (actor.units ?? []).map((unit) => ({
    unit, owner: owners.get(unit.id) ?? null, override: overrides.get(unit.id) ?? null, applicable: applies(row.kinds, unit.kind, overrides.get(unit.id)),
  }))
}

type EditionOfPoint = { id: string; number: string; status: string; effectiveFrom: Date | null }

/** The point in every edition that the reader sees, the latest first; `changes` is what changed against the one before, null in the first. */
async function versionsIn(tx: Tx, pointId: string) {
  const editions = await tx.$queryRaw<(EditionOfPoint & { fixed: boolean })[]>`
    select id, number, status, "effectiveFrom", ${isFixed} as fixed from "Edition"
    where exists (select 1 from "PointVersion" v where v."editionId" = "Edition".id and v."pointId" = ${pointId}::uuid) order by "effectiveFrom", "draftedAt"`
  for (const { id, fixed } of editions) if (fixed) noteFixed(tx, id)
  const history: { edition: EditionOfPoint; changes: FieldChange[] | null }[] = []
  let before: PointVersionRow | null = null
  for (const edition of editions) {
    const row: PointVersionRow | null = await pointOfEditionIn(tx, pointId, edition.id)
    history.push({ edition, changes: before && row ? pointChanges(contentOf(before), contentOf(row)) : null })
    before = row
  }
  return history.reverse()
}
