import { titlesOf } from "@/lib/deficiencies/rules/titles"
import { headingsIn } from "@/lib/handbook/queries/headings"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import type { Quarter } from "@/lib/platform/periods"
import { countsOf } from "@/lib/releases/rules"
import { type ReleaseKind } from "@/lib/releases/schema"

type Withheld = { kind: string; label: string; reason: string }
export type ReleasedQuarter = {
  unitId: string
  quarter: Quarter
  counts: Record<ReleaseKind, number>
  notes: { note: string; at: Date }[]
  withheld: Withheld[]
}

/** What was released to an engagement, by unit and quarter, with the secrecy checks, and what was held back and why. */
export async function releasedTo(actor: Actor, engagementId: string): Promise<ReleasedQuarter[]> {
  return asReader(actor, ({ tx }) => releasedQuartersIn(tx, engagementId))
}

async function releasedQuartersIn(tx: Tx, engagementId: string): Promise<ReleasedQuarter[]> {
  const rows = await tx.release.findMany({
    where: { engagementId }, orderBy: { releasedAt: "asc" }, select: { unitId: true, quarter: true, subjectKind: true, subjectId: true, secrecyNote: true, releasedAt: true },
  })
  const released = new Set(rows.map(({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`))
  const held = (await tx.withholding.findMany({
    where: { engagementId }, orderBy: { label: "asc" }, select: { unitId: true, quarter: true, subjectKind: true, subjectId: true, label: true, reason: true },
  })).filter(({ subjectKind, subjectId }) => !released.has(`${subjectKind}:${subjectId}`))
  const keys = [...new Set(rows.map(keyOf))].sort().toReversed()
  return keys.flatMap((key) => {
    const group = rows.filter((row) => keyOf(row) === key)
    const [first] = group
    if (!first) return []
    const [unitId, quarter] = [first.unitId, first.quarter ?? ""]
    return [{
      unitId, quarter, counts: countsOf(group.map(({ subjectKind }) => ({ kind: subjectKind }))),
      notes: [...new Map(group.map(({ secrecyNote, releasedAt }) => [releasedAt.getTime(), { note: secrecyNote, at: releasedAt }])).values()],
      withheld: held.filter((row) => row.unitId === unitId && row.quarter === quarter).map(({ subjectKind, label, reason }) => ({ kind: subjectKind, label, reason })),
    }]
  })
}

// Newest quarter first, then by unit.
function keyOf({ quarter, unitId }: { quarter: string | null; unitId: string }): string {
  return `${quarter ?? ""} ${unitId}`
}

/** The released rows of a unit's quarter, with what leads to them. RLS shows an external auditor these and no others. */
export async function releasedRows(actor: Actor, engagementId: string, unitId: string, quarter: Quarter) {
  return asReader(actor, async ({ tx }) => {
    const names = await tx.release.findMany({ where: { engagementId, unitId, quarter }, select: { subjectKind: true, subjectId: true } })
    const idsOf = (kind: ReleaseKind) => names.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)
    const tests = await tx.test.findMany({
      where: { id: { in: idsOf("test") } }, orderBy: { code: "asc" },
      select: { id: true, assessmentId: true, pointVersionId: true, code: true, frequency: true, status: true, conclusion: true },
    })
    const deficiencies = await tx.deficiency.findMany({
      where: { id: { in: idsOf("deficiency") } }, orderBy: { number: "asc" },
      select: { id: true, pointVersionId: true, number: true, title: true, status: true, grade: true, pointCode: true },
    })
    const headings = await headingsIn(tx, [...tests, ...deficiencies].map(({ pointVersionId }) => pointVersionId))
    return {
      tests: tests.map((row) => ({ ...row, title: headings.get(row.pointVersionId)?.title ?? null })),
      deficiencies: deficiencies.map((row) => ({ ...row, titles: titlesOf(row.title, headings.get(row.pointVersionId)?.title) })),
      statements: await tx.statement.findMany({ where: { id: { in: idsOf("statement") } }, orderBy: { number: "asc" }, select: { id: true, number: true, status: true, documentSha256: true } }),
      records: await tx.evidenceRecord.findMany({ where: { id: { in: idsOf("record") } }, orderBy: { number: "asc" }, select: { id: true, number: true } }),
    }
  })
}
