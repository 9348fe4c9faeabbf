import { linesByIdIn } from "@/lib/assessments/queries/lines"
import { historyIn } from "@/lib/audit/queries"
import { openObligationsIn } from "@/lib/evidence/queries/open-of-points"
import { handoverIn } from "@/lib/handovers/queries/handovers"
import { hasPageIn } from "@/lib/handovers/queries/person"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { groundOf } from "@/lib/units/queries/ground"

export type HandoverPage = NonNullable<Awaited<ReturnType<typeof handoverPage>>>
export type PartingLine = HandoverPage["lines"][number]

/** A handover with what each item is called, what is owed on it, and who may take it; null for who may not see it. */
export async function handoverPage(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx, now }) => {
    const handover = await handoverIn(tx, id)
    const ground = handover && (await groundOf(tx, handover.unitId, today(now)))
    if (!handover || !ground) return null
    const points = handover.items.filter(({ kind }) => kind === "point").map(({ subjectId }) => subjectId)
    const owed = await openObligationsIn(tx, handover.unitId, points, today(now))
    const names = await namesOf(tx, [
      handover.personId, handover.interimPersonId, handover.openedBy, handover.endedBy,
      ...handover.items.map((item) => item.takerPersonId), ...handover.signatures.flatMap(({ personId, signedBy }) => [personId, signedBy]),
    ])
    const titles = new Map(ground.points.map((point): [string, Text] => [point.code, { zh: point.titleZh, en: point.titleEn }]))
    const places = await placesIn(tx, handover)
    return {
      handover, unit: ground.unit, names, hasPage: await hasPageIn(tx, ground, handover.personId, today(now)), people: [...ground.people.values()],
      lines: handover.items.map((item) => ({ ...item, title: places.get(item.subjectId)?.title ?? titles.get(item.code) ?? null, href: places.get(item.subjectId)?.href ?? null, owed: item.kind === "point" ? (owed.get(item.subjectId) ?? null) : null })),
      history: await historyIn(tx, handover.unitId, "handover", handover.id),
    }
  })
}

type Place = { href: string; title: Text | null }

async function placesIn(tx: Tx, { unitId, items }: { unitId: string; items: { kind: string; subjectId: string }[] }): Promise<Map<string, Place>> {
  const of = (...kinds: string[]) => items.filter(({ kind }) => kinds.includes(kind)).map(({ subjectId }) => subjectId)
  const papers = await linesByIdIn(tx, of("test", "review"))
  const deficiencies = await tx.deficiency.findMany({ where: { id: { in: of("remediation") } }, select: { id: true, title: true } })
  return new Map<string, Place>([
    ...of("point", "performing").map((id): [string, Place] => [id, { href: `/units/${unitId}/ownership/${id}`, title: null }]),
    ...papers.map((paper): [string, Place] => [paper.id, { href: `/assessments/${paper.assessmentId}/tests/${paper.id}`, title: null }]),
    ...deficiencies.map(({ id, title }): [string, Place] => [id, { href: `/deficiencies/${id}`, title: { zh: title, en: null } }]),
  ])
}
