import { useLocale, useTranslations } from "next-intl"
import { Progress } from "@/components/ui/progress"
import type { Board } from "@/lib/assessments/queries/board"
import { progressOf } from "@/lib/assessments/rules/standing"
import { textIn } from "@/lib/platform/i18n/text"

/** How far the due papers of each tester are. */
export function TesterProgress({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const locale = useLocale()
  const due = board.counts.filter(({ standing }) => standing !== "not-due")
  return (
    <div className="grid gap-x-10 gap-y-3 lg:grid-cols-2">
      {[...Map.groupBy(due, ({ tester }) => tester)].map(([id, counts]) => {
        const name = id ? board.names.get(id) : undefined
        const { due: total, finished } = progressOf(counts)
        return <Progress key={id} label={name ? textIn(locale, name) : t("nobody")} done={finished} total={total} />
      })}
    </div>
  )
}
