import { wordingOfPoint, wordingOfStep, type Wording } from "@/lib/change-requests/rules/fields"
import { pointByCodeIn, stepByCodeIn } from "@/lib/handbook/queries/by-code"
import { editionIn } from "@/lib/handbook/queries/editions"
import { labelsOf, type Labels } from "@/lib/handbook/queries/labels"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"

/** What a request is about: a point or a step of the edition in force, and what stands there under each field. */
export type Subject = {
  kind: "point" | "step"; editionId: string; code: string; pointId: string | null; title: { zh: string; en: string | null }
  labels: Labels; present: (field: string) => Wording | null
}

export async function subjectIn(tx: Tx, code: string): Promise<Subject | null> {
  const edition = await editionIn(tx)
  if (!edition) return null
  const common = { editionId: edition.id, code, labels: labelsOf(edition) }
  const point = await pointByCodeIn(tx, edition.id, code)
  if (point) return { ...common, kind: "point", pointId: point.pointId, title: point.content.title, present: (field) => wordingOfPoint(point.content, field) }
  const step = await stepByCodeIn(tx, edition.id, code)
  return step && { ...common, kind: "step", pointId: null, title: step.title, present: (field) => wordingOfStep(step, field) }
}

/** The same for a page; null where the edition in force holds no such code. */
export async function subjectOf(actor: Actor, code: string): Promise<Subject | null> {
  return asReader(actor, ({ tx }) => subjectIn(tx, code))
}
