import { useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { HeatMap } from "@/components/ui/heat-map"
import { Text } from "@/components/ui/text"
import type { Board } from "@/lib/assessments/queries/board"
import type { BoardLine } from "@/lib/assessments/queries/board-lines"
import { type Standing, standings } from "@/lib/assessments/rules/standing"

/** The quarter in numbers, each with the way to the lines that it counts. */
export function BoardFigures({ board }: { board: Board }) {
  const t = useTranslations("assessments.board")
  const { facts, lines } = board
  const path = `/assessments/${board.assessment.id}`
  const due = facts.applicable - facts.notDue
  const unassigned = lines.filter((line) => line.standing === "unassigned").length
  return (
    <Figures>
      <Figure label={t("applicable")} value={facts.applicable} href={`${path}#lines`} />
      <Figure label={t("notDue")} value={facts.notDue} href={`${path}?standing=not-due#lines`} />
      <Figure label={t("finished")} value={facts.tested} note={t("ofDue", { due })} />
      <Figure label={t("unassigned")} value={unassigned} href={`${path}?standing=unassigned#lines`} alert />
      <Figure label={t("ineffective")} value={lines.filter((line) => line.conclusion === "ineffective").length} href={`${path}?conclusion=ineffective#lines`} alert />
    </Figures>
  )
}

/** Process by state; every count opens the lines behind it. */
export function BoardHeat({ board }: { board: Board }) {
  const t = useTranslations("assessments")
  const path = `/assessments/${board.assessment.id}`
  const columns = standings.filter((standing) => board.lines.some((line) => line.standing === standing))
  const rows = [...Map.groupBy(board.lines, (line) => line.node.code)].flatMap(([code, lines]) => {
    const [first] = lines
    return first ? [{ key: code, href: `${path}?node=${code}#lines`, label: <Label line={first} />, cells: cells(path, code, lines, columns) }] : []
  })
  return <HeatMap caption={t("board.heat")} corner={t("process")} columns={columns.map((key) => ({ key, label: t(`status.${key}`) }))} rows={rows} />
}

function Label({ line }: { line: BoardLine }) {
  return <>{line.node.code} <Text text={line.node.title} /></>
}

function cells(path: string, node: string, lines: readonly BoardLine[], columns: readonly Standing[]) {
  return Object.fromEntries(columns.map((standing) => {
    const count = lines.filter((line) => line.standing === standing).length
    return [standing, { count, href: `${path}?node=${node}&standing=${standing}#lines` }]
  }))
}
