import { useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { HeatMap } from "@/components/ui/heat-map"
import { Text } from "@/components/ui/text"
import type { Board } from "@/lib/assessments/queries/board"
import type { Counted } from "@/lib/assessments/queries/board-lines"
import { type Standing, standings } from "@/lib/assessments/rules/standing"

/** The quarter in numbers, each with the way to the lines that it counts. */
export function BoardFigures({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const { facts, counts } = board
  const path = `/assessments/${board.assessment.id}`
  const due = facts.applicable - facts.notDue
  const count = (some: Board["counts"]["conclusions"]) => some.reduce((sum, one) => sum + one.count, 0)
  return (
    <Figures>
      <Figure label={t("applicable")} value={facts.applicable} href={`${path}#lines`} />
      <Figure label={t("notDue")} value={facts.notDue} href={`${path}?standing=not-due#lines`} />
      <Figure label={t("finished")} value={facts.tested} note={t("ofDue", { due })} />
      <Figure label={t("unassigned")} value={count(counts.conclusions.filter(({ standing }) => standing === "unassigned"))} href={`${path}?standing=unassigned#lines`} alert />
      <Figure label={t("ineffective")} value={count(counts.conclusions.filter(({ conclusion }) => conclusion === "ineffective"))} href={`${path}?conclusion=ineffective#lines`} alert />
    </Figures>
  )
}

/** Process by state; every count opens the lines behind it. */
export function BoardHeat({ board }: { board: Board }) {
  const t = useTranslations("assessments")
  const path = `/assessments/${board.assessment.id}`
  const columns = standings.filter((standing) => board.counts.nodes.some((counted) => counted.standing === standing))
  const rows = [...Map.groupBy(board.counts.nodes, ({ of }) => of)].map(([code, counts]) => ({
    key: code, href: `${path}?node=${code}#lines`, label: <>{code} <Text text={board.titles.get(code) ?? { zh: code, en: null }} /></>, cells: cells(path, code, counts, columns),
  }))
  return <HeatMap caption={t("board.heat")} corner={t("process")} columns={columns.map((key) => ({ key, label: t(`status.${key}`) }))} rows={rows} />
}

function cells(path: string, node: string, counts: readonly Counted[], columns: readonly Standing[]) {
  return Object.fromEntries(columns.map((standing) => {
    const count = counts.find((counted) => counted.standing === standing)?.count ?? 0
    return [standing, { count, href: `${path}?node=${node}&standing=${standing}#lines` }]
  }))
}
