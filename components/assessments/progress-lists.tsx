import { useLocale, useTranslations } from "next-intl"
import { Progress } from "@/components/ui/progress"
import type { Board } from "@/lib/assessments/queries/board"
import type { Counted, CountedOf } from "@/lib/assessments/queries/board-lines"
import { progressOf } from "@/lib/assessments/rules/standing"
import { textIn } from "@/lib/platform/i18n/text"

type Row = { key: string; label: string; counts: Counted[] }

/** How far the due papers are, by process and by tester. */
export function ProgressLists({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const locale = useLocale()
  const nodes = dueBy(board.counts.nodes).map(([code, counts]): Row => {
    const title = board.titles.get(code) ?? { zh: code, en: null }
    return { key: code, label: `${code} ${textIn(locale, title)}`, counts }
  })
  const testers = dueBy(board.counts.testers).map(([id, counts]): Row => {
    const name = id ? board.names.get(id) : undefined
    return { key: id ?? "", label: name ? textIn(locale, name) : t("nobody"), counts }
  })
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <List title={t("byProcess")} rows={nodes} />
      <List title={t("byTester")} rows={testers} />
    </div>
  )
}

function dueBy<Key>(counts: readonly CountedOf<Key>[]): [Key, CountedOf<Key>[]][] {
  return [...Map.groupBy(counts.filter(({ standing }) => standing !== "not-due"), ({ of }) => of)]
}

function List({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <div className="space-y-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {rows.map(({ key, label, counts }) => {
        const { due, finished } = progressOf(counts)
        return <Progress key={key} label={label} done={finished} total={due} />
      })}
    </div>
  )
}
