import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { changedFields } from "@/lib/handbook/rules/difference"
import { pointContent } from "@/lib/handbook/schema/content"
import { pointOf } from "./content"
import { pointsOfEditionIn } from "./points"

/** What a point is against the edition before: new, worded anew, or as it was. */
export type Since = "added" | "changed" | "same"
export type SincePoint = { pointId: string; code: string; title: Text; description: Text; since: Since }

/** Some points of an edition, with what is new in each against the edition that it superseded. */
export async function changedSinceIn(tx: Tx, editionId: string, pointIds: string[]): Promise<{ edition: { id: string; number: string }; points: SincePoint[] }> {
  const edition = await tx.edition.findUniqueOrThrow({ where: { id: editionId }, select: { id: true, number: true, effectiveFrom: true } })
  const before = edition.effectiveFrom && (await tx.edition.findFirst({ where: { status: "superseded", effectiveFrom: { lt: edition.effectiveFrom } }, orderBy: { effectiveFrom: "desc" }, select: { id: true } }))
  const older = new Map((before ? await pointsOfEditionIn(tx, before.id, { pointIds }) : []).map((row) => [row.pointId, pointContent.parse(pointOf(row))]))
  const rows = await pointsOfEditionIn(tx, editionId, { pointIds })
  const points = rows.map((row) => {
    const old = older.get(row.pointId)
    const since: Since = !old ? "added" : changedFields(old, pointContent.parse(pointOf(row))).length > 0 ? "changed" : "same"
    return { pointId: row.pointId, code: row.code, title: { zh: row.titleZh, en: row.titleEn }, description: { zh: row.descriptionZh, en: row.descriptionEn }, since }
  })
  return { edition: { id: edition.id, number: edition.number }, points }
}
