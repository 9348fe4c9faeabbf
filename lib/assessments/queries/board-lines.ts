import type { PointTitle } from "@/lib/handbook/queries/titles"
import type { Text } from "@/lib/platform/actor"
import { askAtOnce, nothing, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { named } from "@/lib/platform/names"
import { type ClosingLine, settled } from "../rules/closing"
import { type Due, dueIn } from "../rules/due"
import { isOver, type Standing } from "../rules/standing"
import type { AssessmentRow } from "./assessments"
import { type LineFilter, narrowed, pageOf } from "./narrow"

type Line = {
  id: string; pointVersionId: string; code: string; frequency: string; conclusion: string | null; highRisk: boolean
  ownerPersonId: string | null; testerPersonId: string | null; reviewerPersonId: string | null; standing: Standing
}
export type BoardLine = Line & { assessmentId: string; title: Text; runs: Due; finished: boolean }
/** Lines of one element or process that are alike; the tester is null of those that nobody has been given. */
export type Counted = { node: string; tester: string | null; standing: Standing; conclusion: string | null; count: number }

/** The lines of an assessment counted by the database, and one page of them; all in the order of the handbook. */
export type CountedLines = {
  counts: Counted[]
  /** What keeps the assessment from its next step, where one is possible. */
  unsettled: ClosingLine[]
  shown: BoardLine[]
  total: number
  next: string | null
  /** Of all testers, of everybody on the page and of those asked for. */
  names: Map<string, Text>
}

type Asked = { filter: LineFilter; /** The handbook's elements and processes in their order. */ nodes: readonly string[]; closes: boolean; people: readonly string[] }

// Without names, which would be most of what is told.
type CountedRow = [node: string, tester: string | null, standing: Standing, conclusion: string | null, count: number]

// As the handbook's elements and processes stand, and within each by number.
const order = Prisma.sql`at, code collate kp_numbered`

/** How an assessment's lines stand, in one statement. */
export async function countedLinesIn(tx: Tx, assessment: AssessmentRow, titles: ReadonlyMap<string, PointTitle>, { filter, nodes, closes, people }: Asked): Promise<CountedLines> {
  const columns = Prisma.sql`id, "pointVersionId", code, "nodeCode", frequency, status, conclusion, "highRisk", "ownerPersonId", "testerPersonId", "reviewerPersonId", coalesce(at, ${nodes.length + 1}) as at`
  const beside = Prisma.sql`left join unnest(${[...nodes]}::text[]) with ordinality as known (node, at) on node = "nodeCode"`
  const told = await askAtOnce(tx, {
    counts: valueOf<CountedRow[]>(Prisma.sql`
      select coalesce(json_agg(json_build_array("nodeCode", "testerPersonId", standing, conclusion, count) order by at, "testerPersonId"), '[]') from counted`),
    unsettled: closes ? unsettledOf(assessment) : nothing<Unsettled[]>(),
    shown: rowsOf<Line>(Prisma.sql`
      select id, "pointVersionId", code, frequency, conclusion, "highRisk", "ownerPersonId", "testerPersonId", "reviewerPersonId", standing from shown order by ${order}`),
    total: valueOf<number>(Prisma.sql`select count(*)::int from matching`),
    names: rowsOf<{ id: string; nameZh: string; nameEn: string }>(Prisma.sql`
      select * from kp_person_names(array(
        select "testerPersonId" from counted union select unnest(array["ownerPersonId", "reviewerPersonId"]) from shown union select unnest(${[...people]}::uuid[])))`),
  }, Prisma.sql`
    ${narrowed(assessment, { columns, beside, order }, filter)},
    counted as (select at, "nodeCode", "testerPersonId", standing, conclusion, count(*) as count from line group by 1, 2, 3, 4, 5)`)
  const { items, next } = pageOf(told.shown, filter.limit)
  return {
    counts: told.counts.map(([node, tester, standing, conclusion, count]) => ({ node, tester, standing, conclusion, count })),
    total: told.total, next, names: named(told.names),
    unsettled: (told.unsettled ?? []).map((line) => ({ ...line, quarter: assessment.quarter })),
    shown: items.map((line) => lineOf(line, assessment, titles.get(line.pointVersionId))),
  }
}

type Unsettled = Omit<ClosingLine, "quarter">

function unsettledOf({ unitId }: AssessmentRow): Question<Unsettled[]> {
  return rowsOf(Prisma.sql`
    select code, status, frequency, conclusion, disputed from (
      select code, status, frequency, conclusion, standing, at,
        id in (select "testId" from "Disagreement" where "unitId" = ${unitId}::uuid and "resolvedAt" is null) as disputed from line) known
    where disputed or not standing = any (${[...settled]}::text[]) order by ${order}`)
}

function lineOf(line: Line, { id, quarter }: AssessmentRow, title: PointTitle | undefined): BoardLine {
  return { ...line, assessmentId: id, title: title?.title ?? { zh: line.code, en: null }, runs: dueIn(quarter, line.frequency), finished: isOver(line.standing) }
}
