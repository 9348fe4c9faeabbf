import type { Tx } from "@/lib/platform/database"
import { dueIn } from "../rules/due"
import type { SigningPaper } from "../rules/signing"

export type SigningRow = SigningPaper & {
  unitId: string; quarter: string; pointId: string; frequency: string; nodeCode: string
  ownerPersonId: string | null; testerPersonId: string | null; reviewerPersonId: string | null
}

type Paper = Omit<SigningRow, "due" | "judgemental" | "disputed" | "openDispute">
type Mark = { testId: string; judgemental: boolean; disputed: boolean; open: boolean }

/** The papers of some processes of an assessment (of all, unless told), as the signing rule reads them. */
export async function signingPapersIn(tx: Tx, assessment: { id: string; unitId: string }, nodes?: readonly string[]): Promise<SigningRow[]> {
  const rows = await tx.$queryRaw<Paper[]>`
    select t.id, t."unitId", t.quarter, t."pointId", t.code, t."nodeCode", t.frequency, t.status, t.conclusion, t."highRisk", t.extended,
      t."ownerPersonId", t."testerPersonId", t."reviewerPersonId"
    from "Test" t
    where t."unitId" = ${assessment.unitId}::uuid and t."assessmentId" = ${assessment.id}::uuid and (${nodes ? [...nodes] : null}::text[] is null or t."nodeCode" = any (${nodes ? [...nodes] : null}::text[]))
    order by t.code`
  return signingOf(tx, assessment, rows)
}

// Few have a draw by judgement or a disagreement.
async function signingOf(tx: Tx, assessment: { id: string; unitId: string }, papers: readonly Paper[]): Promise<SigningRow[]> {
  const marks = await tx.$queryRaw<Mark[]>`
    select m."testId", bool_or(m.judgemental) as judgemental, bool_or(m.disputed) as disputed, bool_or(m.open) as open
    from (
      select "testId", true as judgemental, false as disputed, false as open from "Draw" where "unitId" = ${assessment.unitId}::uuid and method = 'judgemental'
      union all
      select "testId", false, true, "resolvedAt" is null from "Disagreement" where "unitId" = ${assessment.unitId}::uuid
    ) m join "Test" t on t.id = m."testId" where t."unitId" = ${assessment.unitId}::uuid and t."assessmentId" = ${assessment.id}::uuid group by m."testId"`
  const known = new Map(marks.map((mark) => [mark.testId, mark]))
  return papers.map((paper) => {
    const mark = known.get(paper.id)
    return {
      ...paper, due: dueIn(paper.quarter, paper.frequency).due,
      judgemental: mark?.judgemental ?? false, disputed: mark?.disputed ?? false, openDispute: mark?.open ?? false,
    }
  })
}

/** The seed of a process's draw for signing: the same for everybody who looks. */
export function signingSeed(assessment: { id: string }, node: string): string {
  return `${assessment.id}:${node}`
}
