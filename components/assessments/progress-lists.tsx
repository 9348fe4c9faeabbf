import { useLocale, useTranslations } from "next-intl"
import { Progress } from "@/components/ui/progress"
import type { Board } from "@/lib/assessments/queries/board"
import type { BoardLine } from "@/lib/assessments/queries/board-lines"
import { textIn } from "@/lib/platform/i18n/text"

type Row = { key: string; label: string; lines: BoardLine[] }

/** How far the due papers are, by process and by tester. */
export function ProgressLists({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const locale = useLocale()
  const due = board.lines.filter((line) => line.due)
  const nodes = [...Map.groupBy(due, (line) => line.node.code)].map(([code, lines]): Row => {
    const title = lines[0]?.node.title
    return { key: code, label: title ? `${code} ${textIn(locale, title)}` : code, lines }
  })
  const testers = [...Map.groupBy(due, (line) => line.testerPersonId)].map(([id, lines]): Row => {
    const name = id ? board.names.get(id) : undefined
    return { key: id ?? "", label: name ? textIn(locale, name) : t("nobody"), lines }
  })
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <List title={t("byProcess")} rows={nodes} />
      <List title={t("byTester")} rows={testers} />
    </div>
  )
}

function List({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <div className="space-y-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {rows.map((row) => (
        <Progress key={row.key} label={row.label} done={row.lines.filter((line) => line.finished).length} total={row.lines.length} />
      ))}
    </div>
  )
}
