import { useLocale, useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { HeatMap } from "@/components/ui/heat-map"
import { ProgressBar } from "@/components/ui/progress"
import type { Board } from "@/lib/assessments/queries/board"
import type { Counted } from "@/lib/assessments/queries/board-lines"
import { progressOf, type Standing, standings } from "@/lib/assessments/rules/standing"
import { textIn } from "@/lib/platform/i18n/text"

/** The quarter in numbers, each with the way to the lines that it counts. */
export function BoardFigures({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const { facts, counts } = board
  const due = facts.applicable - facts.notDue
  const count = (some: Board["counts"]["conclusions"]) => some.reduce((sum, one) => sum + one.count, 0)
  return (
    <Figures>
      <Figure label={t("applicable")} value={facts.applicable} href="?#lines" />
      <Figure label={t("notDue")} value={facts.notDue} href="?standing=not-due#lines" />
      <Figure label={t("finished")} value={facts.tested} note={t("ofDue", { due })} />
      <Figure label={t("unassigned")} value={count(counts.conclusions.filter(({ standing }) => standing === "unassigned"))} href="?standing=unassigned#lines" alert />
      <Figure label={t("ineffective")} value={count(counts.conclusions.filter(({ conclusion }) => conclusion === "ineffective"))} href="?conclusion=ineffective#lines" alert />
    </Figures>
  )
}

/** Process by state, and how far each is; every count opens the lines behind it. */
export function BoardHeat({ board }: { board: Board }) {
  const t = useTranslations("assessments")
  const locale = useLocale()
  const columns = standings.filter((standing) => board.counts.nodes.some((counted) => counted.standing === standing))
  const rows = [...Map.groupBy(board.counts.nodes, ({ of }) => of)].map(([code, counts]) => {
    const name = `${code} ${textIn(locale, board.titles.get(code) ?? { zh: code, en: null })}`
    return { key: code, href: `?node=${code}#lines`, label: name, cells: cells(code, counts, columns), end: <HowFar name={name} counts={counts} /> }
  })
  return <HeatMap caption={t("board.heat")} corner={t("process")} columns={columns.map((key) => ({ key, label: t(`status.${key}`) }))} rows={rows} end={t("board.progress")} />
}

// A process with nothing due has nothing to be far with.
function HowFar({ name, counts }: { name: string; counts: readonly Counted[] }) {
  const { due, finished } = progressOf(counts)
  return due > 0 && <ProgressBar label={name} done={finished} total={due} />
}

function cells(node: string, counts: readonly Counted[], columns: readonly Standing[]) {
  return Object.fromEntries(columns.map((standing) => {
    const count = counts.find((counted) => counted.standing === standing)?.count ?? 0
    return [standing, { count, href: `?node=${node}&standing=${standing}#lines` }]
  }))
}
