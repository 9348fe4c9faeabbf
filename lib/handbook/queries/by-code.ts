import type { Tx } from "@/lib/platform/database"
import { pointContent, stepContent, type PointContent, type StepContent } from "@/lib/handbook/schema/content"
import { pointOf } from "./content"
import { pointOfEditionIn } from "./points"

/** A control point of an edition by its code: its identity and its wording. */
export async function pointByCodeIn(tx: Tx, editionId: string, code: string): Promise<{ pointId: string; content: PointContent } | null> {
  const found = await tx.pointVersion.findUnique({ where: { editionId_code: { editionId, code } }, select: { pointId: true } })
  const row = found && (await pointOfEditionIn(tx, found.pointId, editionId))
  return row && { pointId: row.pointId, content: pointContent.parse(pointOf(row)) }
}

/** A step of an edition by its code. */
export async function stepByCodeIn(tx: Tx, editionId: string, code: string): Promise<StepContent | null> {
  const select = { code: true, titleZh: true, titleEn: true, department: true, position: true, documentsIn: true, documentsOut: true } as const
  const row = await tx.step.findUnique({ where: { editionId_code: { editionId, code } }, select })
  if (!row) return null
  const { titleZh, titleEn, ...rest } = row
  return stepContent.parse({ ...rest, title: { zh: titleZh, en: titleEn } })
}
