import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Table } from "@/components/ui/table"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import { positionLoads, type PositionLoad } from "@/lib/units/queries/workload"

/** How many points each responsible position answers for, unit by unit. */
export default async function PositionsPage() {
  const actor = await requireActor()
  const [rows, units, t, locale] = [await positionLoads(actor), await getTranslations("units.list"), await getTranslations("units.byPositions"), await getLocale()]
  const shown = (cell: { points: number; gaps: number } | undefined) => cell && (cell.gaps > 0 ? t("gaps", cell) : cell.points)
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: units("title"), href: "/units" }]} />
      <Table
        caption={t("title")}
        captionHidden
        rows={rows}
        rowKey={({ position }) => position}
        empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
        columns={[
          { key: "position", header: t("position"), rowHeader: true, className: "min-w-40", cell: ({ position, name }) => (name ? textIn(locale, name) : position) },
          { key: "total", header: t("total"), align: "end", cell: ({ cells }) => shown(Object.values(cells).reduce((sum, cell) => ({ points: sum.points + cell.points, gaps: sum.gaps + cell.gaps }), { points: 0, gaps: 0 })) },
          ...(actor.units ?? []).filter(({ id }) => rows.some(({ cells }) => cells[id])).map((unit) => ({
            key: unit.id, header: textIn(locale, unit.name), align: "end" as const,
            cell: ({ position, cells }: PositionLoad) => cells[unit.id] && <Link href={`/units/${unit.id}/ownership?position=${position}`}>{shown(cells[unit.id])}</Link>,
          })),
        ]}
      />
    </Drawn>
  )
}
