import { useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Link } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import type { Board } from "@/lib/assessments/queries/board"
import type { BoardLine } from "@/lib/assessments/queries/board-lines"
import { AssignBar } from "./assign-bar"
import { PersonName } from "./person"
import { ConclusionStatus, StandingStatus } from "./standing"

/** The lines of an assessment; with boxes and the bar to assign them, for who may. */
export function LinesTable({ board, address }: { board: Board; address: Address }) {
  const t = useTranslations("assessments")
  const columns = useColumns(board)
  const table = (
    <Table
      caption={t("lines.caption")}
      captionHidden
      rows={board.page.shown}
      rowKey={(line) => line.id}
      address={address}
      columns={columns}
      selection={board.may.assign ? { name: "testIds", label: (line) => t("lines.select", { code: line.code }), disabled: (line) => !line.runs.due || line.finished } : undefined}
    />
  )
  return board.may.assign ? <AssignBar board={board}>{table}</AssignBar> : table
}

function useColumns(board: Board): Column<BoardLine>[] {
  const t = useTranslations("assessments")
  const frequencies = useTranslations("common.frequencies")
  return [
    { key: "code", header: t("lines.code"), rowHeader: true, cell: (line) => <Link href={`/assessments/${line.assessmentId}/tests/${line.id}`} className="whitespace-nowrap">{line.code}</Link> },
    { key: "title", header: t("lines.point"), className: "min-w-56", cell: (line) => <Text text={line.title} marked /> },
    { key: "frequency", header: t("lines.frequency"), cell: (line) => frequencies(line.frequency) },
    { key: "standing", header: t("lines.standing"), cell: (line) => <Standing line={line} /> },
    { key: "conclusion", header: t("lines.conclusion"), cell: (line) => <ConclusionStatus conclusion={line.conclusion} /> },
    { key: "owner", header: t("owner"), cell: (line) => <PersonName names={board.names} id={line.ownerPersonId} /> },
    { key: "tester", header: t("tester"), cell: (line) => <PersonName names={board.names} id={line.testerPersonId} /> },
    { key: "reviewer", header: t("reviewer"), cell: (line) => <PersonName names={board.names} id={line.reviewerPersonId} /> },
  ]
}

function Standing({ line }: { line: BoardLine }) {
  const t = useTranslations("assessments.lines")
  return (
    <>
      <StandingStatus standing={line.standing} />
      {!line.runs.due && <span className="block text-xs text-ink-soft">{t("runsIn")} <PeriodText period={line.runs.runs} /></span>}
      {line.highRisk && <span className="block text-xs text-late">{t("highRisk")}</span>}
    </>
  )
}
