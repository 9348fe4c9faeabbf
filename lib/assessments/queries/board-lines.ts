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
export type Counted = { standing: Standing; count: number }
export type CountedOf<Key> = Counted & { of: Key }

/** The lines of an assessment counted by the database, and one page of them; all in the order of the handbook, where the first of each stands. */
export type CountedLines = {
  nodes: CountedOf<string>[]
  /** Of null are those that nobody has been given. */
  testers: CountedOf<string | null>[]
  conclusions: (Counted & { conclusion: string | null })[]
  /** What keeps the assessment from its next step, where one is possible. */
  unsettled: ClosingLine[]
  shown: BoardLine[]
  total: number
  next: string | null
  /** Of all testers, of everybody on the page and of those asked for. */
  names: Map<string, Text>
}

type Asked = { filter: LineFilter; /** The handbook's elements and processes in their order. */ nodes: readonly string[]; closes: boolean; people: readonly string[] }

/** How an assessment's lines stand, in one statement. */
export async function countedLinesIn(tx: Tx, assessment: AssessmentRow, titles: ReadonlyMap<string, PointTitle>, { filter, nodes, closes, people }: Asked): Promise<CountedLines> {
  const columns = Prisma.sql`id, "pointVersionId", code, "nodeCode", frequency, status, conclusion, "highRisk", "ownerPersonId", "testerPersonId", "reviewerPersonId"`
  const order = Prisma.sql`array_position(${[...nodes]}::text[], "nodeCode"), code collate kp_numbered`
  const told = await askAtOnce(tx, {
    nodes: countedBy<string>(Prisma.sql`"nodeCode"`), testers: countedBy<string | null>(Prisma.sql`"testerPersonId"`),
    conclusions: rowsOf<Counted & { conclusion: string | null }>(Prisma.sql`select standing, conclusion, sum(count)::int as count from counted group by 1, 2`),
    unsettled: closes ? unsettledOf(assessment) : nothing<Unsettled[]>(),
    shown: rowsOf<Line>(Prisma.sql`
      select id, "pointVersionId", code, frequency, conclusion, "highRisk", "ownerPersonId", "testerPersonId", "reviewerPersonId", standing from shown order by place`),
    total: valueOf<number>(Prisma.sql`select count(*)::int from matching`),
    names: rowsOf<{ id: string; nameZh: string; nameEn: string }>(Prisma.sql`
      select * from kp_person_names(array(
        select "testerPersonId" from counted union select unnest(array["ownerPersonId", "reviewerPersonId"]) from shown union select unnest(${[...people]}::uuid[])))`),
  }, Prisma.sql`
    ${narrowed(assessment, { columns, order }, filter)},
    counted as (select "nodeCode", "testerPersonId", standing, conclusion, count(*) as count, min(place) as place from line group by 1, 2, 3, 4)`)
  const { items, next } = pageOf(told.shown, filter.limit)
  return {
    conclusions: told.conclusions, total: told.total, next, names: named(told.names), nodes: told.nodes, testers: told.testers,
    unsettled: (told.unsettled ?? []).map((line) => ({ ...line, quarter: assessment.quarter })),
    shown: items.map((line) => lineOf(line, assessment, titles.get(line.pointVersionId))),
  }
}

function countedBy<Key>(key: Prisma.Sql): Question<CountedOf<Key>[]> {
  return rowsOf(Prisma.sql`select ${key} as "of", standing, sum(count)::int as count from counted group by 1, 2 order by min(place)`)
}

type Unsettled = Omit<ClosingLine, "quarter">

function unsettledOf({ unitId }: AssessmentRow): Question<Unsettled[]> {
  return rowsOf(Prisma.sql`
    select code, status, frequency, conclusion, disputed from (
      select code, status, frequency, conclusion, standing, place,
        id in (select "testId" from "Disagreement" where "unitId" = ${unitId}::uuid and "resolvedAt" is null) as disputed from line) known
    where disputed or not standing = any (${[...settled]}::text[]) order by place`)
}

function lineOf(line: Line, { id, quarter }: AssessmentRow, title: PointTitle | undefined): BoardLine {
  return { ...line, assessmentId: id, title: title?.title ?? { zh: line.code, en: null }, runs: dueIn(quarter, line.frequency), finished: isOver(line.standing) }
}
