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
  const records = await recordsIn(tx, { unitId, quarter }, tests.map(({ id }) => id), deficiencies.map(({ id }) => id))
  return [
    ...assessments.map(({ id }): ScopeItem => ({ kind: "assessment", id, label: quarter })),
    ...tests.map(({ id, code }): ScopeItem => ({ kind: "test", id, label: code })),
    ...records.map(({ id, number }): ScopeItem => ({ kind: "record", id, label: number })),
    ...deficiencies.map(({ id, number }): ScopeItem => ({ kind: "deficiency", id, label: number })),
    ...statements.map(({ id, number }): ScopeItem => ({ kind: "statement", id, label: number })),
  ]
}

// In one statement that goes from the quarter to its records: asked the other way round, each record is held against each obligation.
async function recordsIn(tx: Tx, { unitId, quarter }: Of, testIds: string[], deficiencyIds: string[]) {
  return tx.$queryRaw<{ id: string; number: string }[]>`
    with versions as materialized (
      select u."versionId" as id from "Obligation" o join "EvidenceUse" u on u."unitId" = o."unitId" and u."obligationId" = o.id
        where o."unitId" = ${unitId}::uuid and o.quarter = ${quarter}
      union select i."versionId" from "Population" p join "PopulationItem" i on i."unitId" = p."unitId" and i."populationId" = p.id
        where p."unitId" = ${unitId}::uuid and p."testId" = any (${testIds}::uuid[]) and i."versionId" is not null
      union select s."versionId" from "Retest" r join "RetestSample" s on s."unitId" = r."unitId" and s."retestId" = r.id
        where r."unitId" = ${unitId}::uuid and r."deficiencyId" = any (${deficiencyIds}::uuid[]) and s."versionId" is not null)
    select distinct r.id, r.number from versions w
      join "EvidenceVersion" v on v."unitId" = ${unitId}::uuid and v.id = w.id
      join "EvidenceRecord" r on r."unitId" = v."unitId" and r.id = v."recordId" order by r.number`
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
