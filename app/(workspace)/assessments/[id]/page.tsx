import { useTranslations } from "next-intl"
import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { BoardFigures, BoardHeat } from "@/components/assessments/board-facts"
import { LinesFilters } from "@/components/assessments/lines-filters"
import { LinesTable } from "@/components/assessments/lines-table"
import { TesterProgress } from "@/components/assessments/tester-progress"
import { SignOff } from "@/components/assessments/sign-off"
import { BorrowLink } from "@/components/assessments/borrow-link"
import { StageActions, StageConfirmation } from "@/components/assessments/stage-actions"
import { StageSteps } from "@/components/assessments/stage-steps"
import { AssessmentStatus } from "@/components/assessments/standing"
import { type Address, first } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { Tabs } from "@/components/ui/tabs"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import { type Board, boardOf } from "@/lib/assessments/queries/board"
import { testFilterSchema } from "@/lib/assessments/schema"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

type Query = Record<string, string | string[] | undefined>

// Whoever asks for some of the lines is shown these; else how the quarter stands.
const asking = ["lines", "node", "standing", "conclusion", "tester", "reviewer", "q", "cursor"]

export default async function AssessmentPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [{ id }, query, t] = [await params, await searchParams, await getTranslations("assessments")]
  const rows = await shownRows(query)
  const lists = asking.some((name) => query[name] !== undefined)
  const filter = lists ? testFilterSchema.catch({ id, limit: rows }).parse({ ...query, limit: rows, id }) : null
  const board = isId(id) ? await boardOf(actor, id, filter) : null
  if (!board) notFound()
  const path = `/assessments/${id}`
  return (
    <Drawn>
      <PageHead
        crumbs={[{ label: t("list.title"), href: `/assessments?year=${board.assessment.quarter.slice(0, 4)}` }]}
        code={board.unit.code}
        title={<><Text text={board.unit.name} /> <PeriodText period={board.assessment.quarter} /></>}
        status={<AssessmentStatus status={board.assessment.status} />}
        actions={<><BorrowLink board={board} /><StageActions board={board} /></>}
      />
      {board.facts.applicable > 0 && (
        <Tabs
          label={t("parts")} current={lists ? "lines" : "board"}
          tabs={[{ key: "board", label: t("board.title"), href: path }, { key: "lines", label: t("lines.title"), href: `${path}?lines=all`, count: board.facts.applicable }]}
        />
      )}
      {lists ? <Lines board={board} address={{ path, query: { ...query, lines: "all" } }} rows={rows} /> : <Progress board={board} step={first(query.confirm)} />}
    </Drawn>
  )
}

function Progress({ board, step }: { board: Board; step: string | undefined }) {
  const t = useTranslations("assessments")
  const { id, status } = board.assessment
  return (
    <>
      <div className="space-y-6 pt-4">
        <StageSteps status={status} />
        <StageConfirmation board={board} step={step} />
      </div>
      {board.facts.applicable === 0 ? (
        <div className="pt-6"><Empty title={t("board.empty")}>{t("board.emptyHint")}</Empty></div>
      ) : (
        <>
          <Section title={t("board.overview")}><BoardFigures board={board} /><BoardHeat board={board} /></Section>
          {board.processes.length > 0 && (
            <Section title={t("signOff.title")} lead={t("signOff.lead")}>
              <div className="grid gap-4 lg:grid-cols-2">{board.processes.map((process) => <SignOff key={process.node} assessmentId={id} process={process} />)}</div>
            </Section>
          )}
          <Section title={t("board.byTester")}><TesterProgress board={board} /></Section>
        </>
      )}
    </>
  )
}

function Lines({ board, address, rows }: { board: Board; address: Address; rows: number }) {
  const t = useTranslations("assessments.lines")
  const { shown, total, next } = board.page
  return (
    <Section title={t("title")}>
      <LinesFilters board={board} address={address} />
      {shown.length > 0 ? <LinesTable board={board} address={address} /> : <Empty title={t("none")}>{t("noneHint")}</Empty>}
      <Pager address={address} shown={shown.length} total={total} next={next} rows={rows} />
    </Section>
  )
}
