import { isOpenAssessment } from "@/lib/assessments/rules/lifecycle"
import { dueIn } from "@/lib/assessments/rules/due"
import { leadsAbove, mayBorrow } from "@/lib/borrowings/policy"
import { testingRoles } from "@/lib/assessments/policy"
import type { Actor, Text } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"

export type AskablePaper = { id: string; code: string; title: string; titleEn: string | null; status: string; tester: Text | null }
export type Lendable = { id: string; unitId: string; name: Text; unit: Text }

/** The papers of an assessment for which a tester may be borrowed, and who may be lent where the asker leads both units; null where it is not there. */
export async function askingPage(actor: Actor, assessmentId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const assessment = isId(assessmentId) ? await tx.assessment.findUnique({ where: { id: assessmentId }, select: { id: true, unitId: true, quarter: true, status: true } }) : null
    if (!assessment || !mayBorrow(actor, assessment).allowed || !isOpenAssessment(assessment.status)) return null
    const rows = await tx.$queryRaw<{ id: string; code: string; quarter: string; frequency: string; title: string; titleEn: string | null; status: string; zh: string | null; en: string | null }[]>`
      select t.id, t.code, t.quarter, t.frequency, v."titleZh" as title, v."titleEn", t.status, n."nameZh" as zh, n."nameEn" as en from "Test" t
        join "PointVersion" v on v.id = t."pointVersionId" left join lateral kp_person_names(array[t."testerPersonId"]) n on true
      where t."assessmentId" = ${assessment.id}::uuid and t.status in ('unassigned', 'assigned', 'in-progress') order by t.code limit 1000`
    const lendable = leadsAbove(actor, assessment) ? await lendableIn({ tx, now }, assessment.unitId) : []
    return { assessment, papers: rows.filter((row) => dueIn(row.quarter, row.frequency).due).map(({ zh, en, ...row }): AskablePaper => ({ ...row, tester: zh === null ? null : { zh, en } })), lendable, day: today(now) }
  })
}

/** Who may be lent to a unit: holders of a role that tests in other units within reach, by unit and name. */
export async function lendableIn({ tx, now }: Pick<Parameters<Parameters<typeof asReader>[1]>[0], "tx" | "now">, unitId: string): Promise<Lendable[]> {
  const day = dateOf(today(now))
  const rows = await tx.$queryRaw<{ id: string; unitId: string; zh: string; en: string; unitZh: string; unitEn: string }[]>`
    select distinct p.id, p."unitId", p."nameZh" as zh, p."nameEn" as en, u."nameZh" as "unitZh", u."nameEn" as "unitEn", u.code from "Person" p join "Unit" u on u.id = p."unitId"
      join "RoleGrant" g on g."personId" = p.id and g.role = any (${[...testingRoles]}::text[]) and g."withdrawnAt" is null and g."from" <= ${day}::date and (g."to" is null or g."to" > ${day}::date)
    where p.active and p."unitId" <> ${unitId}::uuid and u.kind <> 'company' order by u.code, p."nameZh"`
  return rows.map((row) => ({ id: row.id, unitId: row.unitId, name: { zh: row.zh, en: row.en }, unit: { zh: row.unitZh, en: row.unitEn } }))
}

/** The same for each unit that asks and whose asking the reader may answer, by the unit's id. */
export async function lendableFor(actor: Actor, unitIds: readonly string[]): Promise<Map<string, Lendable[]>> {
  return asReader(actor, async (work) => {
    const found = new Map<string, Lendable[]>()
    for (const unitId of new Set(unitIds)) if (leadsAbove(actor, { unitId })) found.set(unitId, await lendableIn(work, unitId))
    return found
  })
}
