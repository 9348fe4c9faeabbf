import type { PointTitle } from "@/lib/handbook/queries/titles"
import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Due, dueIn } from "../rules/due"
import { isFinished, type Standing, standingOf } from "../rules/standing"
import type { AssessmentRow } from "./assessments"
import type { SigningRow } from "./signing"

type Line = Omit<SigningRow, "unitId" | "quarter" | "due" | "judgemental" | "disputed" | "openDispute"> & { pointVersionId: string; marks: string | null }
export type BoardLine = SigningRow & { assessmentId: string; title: Text; node: PointTitle["node"]; standing: Standing; runs: Due; finished: boolean }

/**
 * The lines of an assessment as its board and the signing rule read them, in the order of the handbook: only what differs between
 * them is asked for, and with them which few have a draw by judgement (j), a disagreement (d) or an open one (o).
 */
export async function boardLinesIn(tx: Tx, assessment: AssessmentRow, titles: ReadonlyMap<string, PointTitle>): Promise<BoardLine[]> {
  const lines = await tx.$queryRaw<Line[]>`
    select t.id, t."pointId", t."pointVersionId", t.code, t."nodeCode", t.frequency, t.status, t.conclusion, t."highRisk", t.extended,
      t."ownerPersonId", t."testerPersonId", t."reviewerPersonId", m.marks
    from "Test" t left join (
      select "testId", string_agg(mark, '') as marks from (
        select "testId", 'j' as mark from "Draw" where "unitId" = ${assessment.unitId}::uuid and method = 'judgemental'
        union all select "testId", case when "resolvedAt" is null then 'do' else 'd' end from "Disagreement" where "unitId" = ${assessment.unitId}::uuid
      ) marked group by "testId"
    ) m on m."testId" = t.id
    where t."unitId" = ${assessment.unitId}::uuid and t."assessmentId" = ${assessment.id}::uuid order by t.code`
  const placed = lines.map((line) => ({ line, title: titles.get(line.pointVersionId) }))
  return placed.sort((a, b) => (a.title?.place ?? 0) - (b.title?.place ?? 0)).map(({ line, title }) => lineOf(line, assessment, title))
}

function lineOf({ marks, ...line }: Line, { id, unitId, quarter }: AssessmentRow, title: PointTitle | undefined): BoardLine {
  const [known, runs] = [{ ...line, quarter }, dueIn(quarter, line.frequency)]
  return {
    ...known, unitId, assessmentId: id,
    title: title?.title ?? { zh: line.code, en: null },
    node: title?.node ?? { code: line.nodeCode, title: { zh: line.nodeCode, en: null }, ordinal: 0 },
    standing: standingOf(known), finished: isFinished(known), runs, due: runs.due,
    judgemental: marks?.includes("j") ?? false, disputed: marks?.includes("d") ?? false, openDispute: marks?.includes("o") ?? false,
  }
}
