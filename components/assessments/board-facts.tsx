import { useLocale, useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { HeatMap } from "@/components/ui/heat-map"
import type { Board } from "@/lib/assessments/queries/board"
import type { Counted } from "@/lib/assessments/queries/board-lines"
import { progressOf, type Standing, standings } from "@/lib/assessments/rules/standing"
import { textIn } from "@/lib/platform/i18n/text"

/** The quarter in numbers, each with the way to the lines that it counts. */
export function BoardFigures({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const { facts, counts } = board
  const due = facts.applicable - facts.notDue
  const count = (which: (counted: Counted) => boolean) => sumOf(counts.filter(which))
  return (
    <Figures>
      <Figure label={t("applicable")} value={facts.applicable} href="?lines=all" />
      <Figure label={t("notDue")} value={facts.notDue} href="?standing=not-due" />
      <Figure label={t("finished")} value={facts.tested} href="?standing=tested" note={t("ofDue", { due })} />
      <Figure label={t("unassigned")} value={count(({ standing }) => standing === "unassigned")} href="?standing=unassigned" alert />
      <Figure label={t("ineffective")} value={count(({ conclusion }) => conclusion === "ineffective")} href="?conclusion=ineffective" alert />
    </Figures>
  )
}

/** Process by state, and how far each is; every count opens the lines behind it. */
export function BoardHeat({ board }: { board: Board }) {
  const t = useTranslations("assessments")
  const locale = useLocale()
  const columns = standings.filter((standing) => board.counts.some((counted) => counted.standing === standing))
  const rows = [...Map.groupBy(board.counts, ({ node }) => node)].map(([code, counts]) => {
    const name = `${code} ${textIn(locale, board.titles.get(code) ?? { zh: code, en: null })}`
    return { key: code, href: `?node=${code}`, label: name, cells: cells(code, counts, columns), far: howFar(name, counts) }
  })
  return <HeatMap caption={t("board.heat")} corner={t("process")} columns={columns.map((key) => ({ key, label: t(`status.${key}`) }))} rows={rows} far={t("board.progress")} />
}

// A process with nothing due has nothing to be far with.
function howFar(label: string, counts: readonly Counted[]) {
  const { due, finished } = progressOf(counts)
  return due > 0 ? { label, done: finished, total: due } : undefined
}

function cells(node: string, counts: readonly Counted[], columns: readonly Standing[]) {
  return Object.fromEntries(columns.map((standing) => {
    const count = sumOf(counts.filter((counted) => counted.standing === standing))
    return [standing, { count, href: `?node=${node}&standing=${standing}` }]
  }))
}

function sumOf(counts: readonly Counted[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
