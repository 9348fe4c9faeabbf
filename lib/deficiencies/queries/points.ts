import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"

export type PointChoice = { id: string; code: string; title: Text; node: { code: string; title: Text } }

/** The points that apply to a unit today, in the handbook's order: what a deficiency can be registered on. */
export async function pointChoices(actor: Actor, unit: { id: string; kind: string }): Promise<PointChoice[]> {
  return asReader(actor, async ({ tx, now }) => {
    const edition = await editionInForceIn(tx, today(now))
    const points = edition ? await applicablePointsIn(tx, unit, edition.id) : []
    return points.map((point) => ({
      id: point.pointId, code: point.code, title: { zh: point.titleZh, en: point.titleEn },
      node: { code: point.node.code, title: { zh: point.node.titleZh, en: point.node.titleEn } },
    }))
  })
}
