import type { Actor } from "@/lib/platform/actor"
import { type Answers, askAtOnce, type Question, rowsOf } from "@/lib/platform/at-once"
import type { Day } from "@/lib/platform/days"
import { asReader, todayIn, type Work } from "@/lib/platform/door"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { ownersOfPoint } from "@/lib/units/queries/owners"
import { applies } from "@/lib/handbook/rules/applicability"
import { pointChanges, type FieldChange } from "@/lib/handbook/rules/fields"
import { namedEdition } from "./editions"
import { isFixed, noteAllFixed, wordsIn } from "./kept"
import { labelsIn } from "./labels"
import { overridesOfPoint } from "./overrides"
import { pointOfEditionIn } from "./points"
import type { PointVersionRow } from "./rows"
import { contentOf } from "./content"
import { neighboursOf, pointsByCodeOf } from "./neighbours"

/** Everything about a point: its wording, who owns it where, and its way through the editions; null where there is none. */
export async function pointPage(actor: Actor, id: string, asked?: string) {
  if (!isId(id)) return null
  return asReader(actor, async (work) => readPointIn(work, id, await askAtOnce(work.tx, pointAsked(id, await todayIn(work.tx), asked))))
}

/** What its page asks about it, to be read by `readPointIn`. */
export function pointAsked(id: string, day: Day, asked?: string) {
  return { editions: editionsOfPoint(id), edition: namedEdition(day, asked), overrides: overridesOfPoint(id), owners: ownersOfPoint(id, day) }
}
type PointAnswers = Answers<ReturnType<typeof pointAsked>>

export async function readPointIn({ tx, actor }: Work, id: string, told: PointAnswers) {
  const versions = await versionsIn(tx, id, told.editions)
  const edition = versions.find((one) => one.edition.id === told.edition)?.edition ?? versions[0]?.edition
  const words = edition && (await wordsIn(tx, edition.id))
  const row = words?.byPoint.get(id)
  if (!edition || !words || !row) return null
  return {
    row, edition, content: contentOf(row), labels: labelsIn(words), units: unitsOf(actor, row, told),
    neighbours: neighboursOf(words, id), compensating: pointsByCodeOf(words, row.compensating),
    history: versions,
  }
}
export type PointPage = NonNullable<Awaited<ReturnType<typeof readPointIn>>>

/** Where the point applies among the units reached, why, and who owns it there. */
function unitsOf(actor: Actor, row: PointVersionRow, told: PointAnswers) {
  const overrides = new Map(told.overrides.map((one) => [one.unitId, one]))
  const owners = new Map(told.owners.map(({ unitId, name }) => [unitId, name]))
  return (actor.units ?? []).map((unit) => ({
    unit, owner: owners.get(unit.id) ?? null, override: overrides.get(unit.id) ?? null, applicable: applies(row.kinds, unit.kind, overrides.get(unit.id)),
  }))
}

type EditionOfPoint = { id: string; number: string; status: string; effectiveFrom: Day | null }
type ToldEdition = EditionOfPoint & { fixed: boolean }

function editionsOfPoint(pointId: string): Question<ToldEdition[]> {
  return rowsOf(Prisma.sql`
    select id, number, status, "effectiveFrom", ${isFixed} as fixed from "Edition"
    where exists (select 1 from "PointVersion" v where v."editionId" = "Edition".id and v."pointId" = ${pointId}::uuid) order by "effectiveFrom", "draftedAt"`)
}

/** The point in every edition that the reader sees, the latest first; `changes` is what changed against the one before, null in the first. */
async function versionsIn(tx: Tx, pointId: string, told: readonly ToldEdition[]) {
  noteAllFixed(tx, told.filter(({ fixed }) => fixed))
  const history: { edition: EditionOfPoint; changes: FieldChange[] | null }[] = []
  let before: PointVersionRow | null = null
  for (const { fixed: _fixed, ...edition } of told) {
    const row: PointVersionRow | null = await pointOfEditionIn(tx, pointId, edition.id)
    history.push({ edition, changes: before && row ? pointChanges(contentOf(before), contentOf(row)) : null })
    before = row
  }
  return history.reverse()
}
