import type { Answering, SubmittedUse } from "@/lib/evidence/policy"
import type { StandingUse } from "@/lib/evidence/rules/use"
import { today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { refuse } from "@/lib/platform/refusal"
import { answeringIn } from "@/lib/units/queries/ownership"

const select = {
  id: true, unitId: true, status: true, sealedAt: true, revision: true, late: true, obligationId: true,
  obligation: { select: { pointId: true } },
  version: { select: { version: true, recordId: true, submittedBy: true, performedBy: true, record: { select: { number: true } } } },
} as const

export type UseToChange = SubmittedUse & StandingUse & {
  id: string
  revision: number
  late: boolean
  obligationId: string
  recordId: string
  number: string
  version: number
}

/** Uses locked for a change, in the order of their ids; not found if one is not there for the actor. */
export async function usesForChange(work: Work, ids: readonly string[]): Promise<UseToChange[]> {
  const wanted = [...new Set(ids)].sort()
  await work.tx.$queryRaw`select 1 from "EvidenceUse" where id = any (${wanted}::uuid[]) order by id for update`
  const rows = await work.tx.evidenceUse.findMany({ where: { id: { in: wanted } }, orderBy: { id: "asc" }, select })
  if (rows.length === 0 || rows.length < wanted.length) return refuse("not-found", "common.refusals.not-found")
  const newest = await newestIn(work, wanted)
  const answering = new Map<string, Map<string, Answering>>()
  for (const unitId of new Set(rows.map((row) => row.unitId))) {
    answering.set(unitId, await answeringIn(work.tx, unitId, rows.filter((row) => row.unitId === unitId).map(({ obligation }) => obligation.pointId), today(work.now)))
  }
  return rows.map(({ obligation, version, sealedAt, ...row }): UseToChange => {
    const who = answering.get(row.unitId)?.get(obligation.pointId)
    return {
      ...row, answering: who ? [who] : [], sealed: sealedAt !== null, newest: newest.has(row.id),
      submittedBy: version.submittedBy, performedBy: version.performedBy, recordId: version.recordId, number: version.record.number, version: version.version,
    }
  })
}

/** Which of the uses no newer version of their record has replaced for the same obligation. */
async function newestIn({ tx }: Work, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select u.id from "EvidenceUse" u join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
    where u.id = any (${ids}::uuid[]) and not exists (
      select 1 from "EvidenceUse" later join "EvidenceVersion" w on w."unitId" = later."unitId" and w.id = later."versionId"
      where later."unitId" = u."unitId" and later."obligationId" = u."obligationId" and w."recordId" = v."recordId" and w.version > v.version)`
  return new Set(rows.map((row) => row.id))
}
