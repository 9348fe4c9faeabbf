import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import type { Quarter } from "@/lib/platform/periods"
import type { ScopeItem } from "@/lib/releases/rules"

type Of = { unitId: string; quarter: Quarter }

/**
 * Everything of a unit's quarter that an audit reads: the assessment, its tests, the evidence records used for the
 * quarter, in its populations and in its deficiencies' retests, the deficiencies in whatever state, the statements.
 */
export async function scopeIn(tx: Tx, { unitId, quarter }: Of): Promise<ScopeItem[]> {
  const assessments = await tx.assessment.findMany({ where: { unitId, quarter }, select: { id: true } })
  const tests = await tx.test.findMany({ where: { unitId, assessment: { quarter } }, orderBy: { code: "asc" }, select: { id: true, code: true } })
  const deficiencies = await tx.deficiency.findMany({ where: { unitId, quarter }, orderBy: { number: "asc" }, select: { id: true, number: true } })
  const statements = await tx.statement.findMany({ where: { unitId, quarter }, orderBy: { id: "asc" }, select: { id: true, number: true } })
  const records = await recordsIn(tx, { unitId, quarter }, deficiencies.map(({ id }) => id))
  return [
    ...assessments.map(({ id }): ScopeItem => ({ kind: "assessment", id, label: quarter })),
    ...tests.map(({ id, code }): ScopeItem => ({ kind: "test", id, label: code })),
    ...records.map(({ id, number }): ScopeItem => ({ kind: "record", id, label: number })),
    ...deficiencies.map(({ id, number }): ScopeItem => ({ kind: "deficiency", id, label: number })),
    ...statements.map(({ id, number }): ScopeItem => ({ kind: "statement", id, label: number })),
  ]
}

async function recordsIn(tx: Tx, { unitId, quarter }: Of, deficiencyIds: string[]) {
  const items = await tx.populationItem.findMany({
    where: { unitId, versionId: { not: null }, population: { test: { assessment: { quarter } } } }, distinct: ["versionId"], select: { versionId: true },
  })
  const retested = await tx.retestSample.findMany({
    where: { unitId, versionId: { not: null }, retest: { deficiencyId: { in: deficiencyIds } } }, distinct: ["versionId"], select: { versionId: true },
  })
  const versionIds = [...items, ...retested].flatMap(({ versionId }) => (versionId ? [versionId] : []))
  return tx.evidenceRecord.findMany({
    where: { unitId, versions: { some: { OR: [{ uses: { some: { obligation: { quarter } } } }, { id: { in: versionIds } }] } } },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  })
}

/** What of it is named by a release of the engagement already, as `kind:id`. */
export async function releasedIn(tx: Tx, engagementId: string, { unitId, quarter }: Of): Promise<Set<string>> {
  const rows = await tx.release.findMany({ where: { engagementId, unitId, quarter }, select: { subjectKind: true, subjectId: true } })
  return new Set(rows.map(({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`))
}

/** The scope of a unit's quarter for the release form, without what was released already. */
export async function openScope(actor: Actor, engagementId: string, of: Of): Promise<ScopeItem[]> {
  return asReader(actor, async ({ tx }) => {
    const already = await releasedIn(tx, engagementId, of)
    return (await scopeIn(tx, of)).filter(({ kind, id }) => !already.has(`${kind}:${id}`))
  })
}
