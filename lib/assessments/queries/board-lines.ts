import { isFixed, noteFixed, orderOf } from "@/lib/handbook/queries/kept"
import { nodesIn } from "@/lib/handbook/queries/headings"
import { type PointTitle, titlesIn } from "@/lib/handbook/queries/titles"
import type { Text } from "@/lib/platform/actor"
import { askAtOnce, nothing, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { type Named, named } from "@/lib/platform/names"
import { type ClosingLine, settled } from "../rules/closing"
import { type Due, dueIn } from "../rules/due"
import { closable } from "../rules/possible"
import { isOver, type Standing } from "../rules/standing"
import { type AssessmentRow, assessmentIn } from "./assessments"
import { type LineFilter, narrowed, pageOf } from "./narrow"

type Line = {
  id: string; pointVersionId: string; code: string; frequency: string; conclusion: string | null; highRisk: boolean
  ownerPersonId: string | null; testerPersonId: string | null; reviewerPersonId: string | null; standing: Standing
}
export type BoardLine = Line & { assessmentId: string; title: Text; runs: Due; finished: boolean }
/** Lines of one element or process that are alike; the tester is null of those that nobody has been given. */
export type Counted = { node: string; tester: string | null; standing: Standing; conclusion: string | null; count: number }

/** What an assessment is of. Its edition changes when it is opened; nothing else does. */
type AssessmentOf = Pick<AssessmentRow, "id" | "unitId" | "quarter" | "editionId">
export type AssessmentNow = AssessmentOf & Pick<AssessmentRow, "status" | "version">

/** An assessment with its lines counted by the database, and one page of them; all in the order of the handbook. */
export type BoardLines = {
  assessment: AssessmentNow
  counts: Counted[]
  /** What keeps the assessment from its next step, where one is possible. */
  unsettled: ClosingLine[]
  shown: BoardLine[]
  total: number
  next: string | null
  /** Of all testers and of everybody on the page. */
  names: Map<string, Text>
}

// What assessments were of when they were asked for last, so that their lines need not wait for it. Whether the reader sees one is asked each time.
const known = new Map<string, AssessmentOf>()
const most = 1000

/** How an assessment and its lines stand, in one statement for one that was asked for before; null where it is not visible. */
export async function boardLinesIn(tx: Tx, id: string, filter: LineFilter | null): Promise<BoardLines | null> {
  const of = known.get(id) ?? (await assessmentIn(tx, id))
  if (!of) return null
  const { assessment, ...told } = await toldOf(tx, of, filter)
  if (!assessment) return null
  if (known.size >= most) known.clear()
  known.set(id, { id, unitId: of.unitId, quarter: of.quarter, editionId: assessment.editionId })
  if (assessment.editionId !== of.editionId) return boardLinesIn(tx, id, filter)
  if (assessment.fixed) noteFixed(tx, assessment.editionId)
  const titles = await titlesIn(tx, assessment.editionId)
  const { items, next } = pageOf(told.shown ?? [], filter?.limit ?? 0)
  return {
    assessment, total: told.total ?? 0, next, names: named(told.names),
    counts: told.counts.map(([node, tester, standing, conclusion, count]) => ({ node, tester, standing, conclusion, count })),
    unsettled: (told.unsettled ?? []).map((line) => ({ ...line, quarter: of.quarter })),
    shown: items.map((line) => lineOf(line, of, titles.get(line.pointVersionId))),
  }
}

// Without names, which would be most of what is told.
type CountedRow = [node: string, tester: string | null, standing: Standing, conclusion: string | null, count: number]
type Unsettled = Omit<ClosingLine, "quarter">

// As the handbook's elements and processes stand, and within each by number.
const order = Prisma.sql`at, code collate kp_numbered`

async function toldOf(tx: Tx, of: AssessmentOf, filter: LineFilter | null) {
  const nodes = orderOf(of.editionId) ?? (await nodesIn(tx, of.editionId)).map(({ code }) => code)
  const columns = Prisma.sql`id, "pointVersionId", code, "nodeCode", frequency, status, conclusion, "highRisk", "ownerPersonId", "testerPersonId", "reviewerPersonId", coalesce(at, ${nodes.length + 1}) as at`
  const beside = Prisma.sql`left join unnest(${nodes}::text[]) with ordinality as known (node, at) on node = "nodeCode"`
  return askAtOnce(tx, {
    assessment: valueOf<(AssessmentNow & { fixed: boolean | null }) | null>(Prisma.sql`select row_to_json(assessment) from assessment`),
    counts: valueOf<CountedRow[]>(Prisma.sql`
      select coalesce(json_agg(json_build_array("nodeCode", "testerPersonId", standing, conclusion, count) order by at, "testerPersonId"), '[]') from counted`),
    unsettled: unsettledOf(of),
    shown: filter === null ? nothing<Line[]>() : rowsOf<Line>(Prisma.sql`
      select id, "pointVersionId", code, frequency, conclusion, "highRisk", "ownerPersonId", "testerPersonId", "reviewerPersonId", standing from shown order by ${order}`),
    total: filter === null ? nothing<number>() : valueOf<number>(Prisma.sql`select count(*)::int from matching`),
    names: rowsOf<Named>(Prisma.sql`
      select * from kp_person_names(array(select "testerPersonId" from counted ${filter === null ? Prisma.empty : Prisma.sql`union select unnest(array["ownerPersonId", "reviewerPersonId"]) from shown`}))`),
  }, Prisma.sql`
    ${narrowed(of, { columns, beside, order }, filter ?? { limit: 0 })},
    counted as (select at, "nodeCode", "testerPersonId", standing, conclusion, count(*) as count from line group by 1, 2, 3, 4, 5),
    assessment as (
      select id, "unitId", quarter, "editionId", status, version, (select ${isFixed} from "Edition" where id = a."editionId") as fixed
      from "Assessment" a where id = ${of.id}::uuid)`)
}

function unsettledOf({ unitId }: AssessmentOf): Question<Unsettled[] | null> {
  const unsettled = rowsOf<Unsettled>(Prisma.sql`
    select code, status, frequency, conclusion, disputed from (
      select code, status, frequency, conclusion, standing, at,
        id in (select "testId" from "Disagreement" where "unitId" = ${unitId}::uuid and "resolvedAt" is null) as disputed from line) known
    where disputed or not standing = any (${[...settled]}::text[]) order by ${order}`)
  return { sql: Prisma.sql`(case when (select status from assessment) = any (${closable}::text[]) then ${unsettled.sql} end)` }
}

function lineOf(line: Line, { id, quarter }: AssessmentOf, title: PointTitle | undefined): BoardLine {
  return { ...line, assessmentId: id, title: title?.title ?? { zh: line.code, en: null }, runs: dueIn(quarter, line.frequency), finished: isOver(line.standing) }
}
