import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { handbookContent, type HandbookContent, pointContent, type PointContent } from "@/lib/handbook/schema/content"
import { editionIn } from "./editions"
import { keptIn } from "./kept"
import { pointsOfEditionIn } from "./points"
import { nodeRowsIn, type PointVersionRow } from "./rows"

/** All that an edition says, as it was written. */
export async function contentIn(tx: Tx, editionId: string): Promise<HandbookContent> {
  const row = await tx.edition.findUniqueOrThrow({ where: { id: editionId }, select: { titleZh: true, titleEn: true, departments: true, positions: true } })
  const nodes = (await keptIn(tx, editionId))?.nodes ?? (await nodeRowsIn(tx, editionId))
  const points = await pointsOfEditionIn(tx, editionId)
  return handbookContent.parse({
    title: { zh: row.titleZh, en: row.titleEn || null },
    departments: row.departments,
    positions: row.positions,
    chapters: nodes.map((node) => ({
      node: {
        code: node.code, kind: node.kind, title: { zh: node.titleZh, en: node.titleEn }, objective: { zh: node.objectiveZh, en: node.objectiveEn },
        kinds: node.kinds, kindsReason: { zh: node.kindsReasonZh, en: node.kindsReasonEn },
      },
      steps: node.steps.map(({ titleZh, titleEn, ...step }) => ({ ...step, title: { zh: titleZh, en: titleEn } })),
      points: points.filter((point) => point.nodeId === node.id).map(pointOf),
    })),
  })
}

/** The same for a reader: an edition by number or id, the one in force unless told; null where they see none. */
export async function editionContent(actor: Actor, edition?: string): Promise<{ number: string; content: HandbookContent } | null> {
  return asReader(actor, async ({ tx }) => {
    const row = await editionIn(tx, edition)
    return row && { number: row.number, content: await contentIn(tx, row.id) }
  })
}

const known = new WeakMap<PointVersionRow, PointContent>()

/** A row as content, checked once: rows of published editions are kept for the process and never change. */
export function contentOf(row: PointVersionRow): PointContent {
  const content = known.get(row) ?? pointContent.parse(pointOf(row))
  known.set(row, content)
  return content
}

/** A row as content. A point without a reason of its own applies as its element or process does; its kinds are then copied from there. */
export function pointOf(row: PointVersionRow) {
  const { titleZh, titleEn, descriptionZh, descriptionEn, step, kinds, kindsReason, ...rest } = row
  return {
    ...rest, step: step?.code ?? null, title: { zh: titleZh, en: titleEn }, description: { zh: descriptionZh, en: descriptionEn },
    kinds: kindsReason === null ? null : kinds, kindsReason,
  }
}
