import type { Text } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"

export type OwnPapers = { assessmentId: string; unit: Text; quarter: string; toTest: number; toReview: number }

/** The papers of running assessments that wait for this person to test or to review them, by unit and quarter. */
export function papersWaiting(personId: string | null): Question<OwnPapers[]> {
  return rowsOf(Prisma.sql`
    select t."assessmentId", json_build_object('zh', u."nameZh", 'en', u."nameEn") as unit, t.quarter, t."toTest", t."toReview" from (
      select "assessmentId", "unitId", quarter,
        count(*) filter (where "testerPersonId" = ${personId}::uuid and status in ('assigned', 'in-progress')) as "toTest",
        count(*) filter (where "reviewerPersonId" = ${personId}::uuid and status = 'concluded') as "toReview"
      from "Test" where ("testerPersonId" = ${personId}::uuid or "reviewerPersonId" = ${personId}::uuid) and status in ('assigned', 'in-progress', 'concluded') group by 1, 2, 3
    ) t join "Assessment" a on a.id = t."assessmentId" join "Unit" u on u.id = t."unitId"
    where a.status in ('open', 'in-review') and t."toTest" + t."toReview" > 0 order by t.quarter desc, t."assessmentId"`)
}
