import type { Actor, Text } from "@/lib/platform/actor"
import { asReader, type Work } from "@/lib/platform/door"

export type OwnPapers = { assessmentId: string; unit: Text; quarter: string; toTest: number; toReview: number }

/** The papers of running assessments that wait for this person to test or to review them, by unit and quarter. */
export async function papersWaitingFor(actor: Actor): Promise<OwnPapers[]> {
  return asReader(actor, papersWaitingIn)
}

/** The same within a page's own transaction. */
export async function papersWaitingIn({ tx, actor }: Work): Promise<OwnPapers[]> {
  if (actor.personId === null) return []
  const personId = actor.personId
  const rows = await tx.$queryRaw<{ assessmentId: string; zh: string; en: string | null; quarter: string; toTest: number; toReview: number }[]>`
    select t."assessmentId", u."nameZh" as zh, u."nameEn" as en, t.quarter,
      (count(*) filter (where t."testerPersonId" = ${personId}::uuid and t.status in ('assigned', 'in-progress')))::int as "toTest",
      (count(*) filter (where t."reviewerPersonId" = ${personId}::uuid and t.status = 'concluded'))::int as "toReview"
    from "Test" t join "Assessment" a on a.id = t."assessmentId" join "Unit" u on u.id = t."unitId"
    where a.status in ('open', 'in-review') and ${personId}::uuid in (t."testerPersonId", t."reviewerPersonId")
    group by 1, 2, 3, 4 order by 4 desc, 1`
  return rows.filter(({ toTest, toReview }) => toTest + toReview > 0).map(({ zh, en, ...row }) => ({ ...row, unit: { zh, en } }))
}
