import { getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { UnitTree } from "@/components/units/unit-tree"
import { requireActor } from "@/lib/platform/session"
import { listUnits } from "@/lib/units/queries/units"

/** The company, its regions and plants, as far as the reader reaches. */
export default async function ChartPage() {
  const actor = await requireActor()
  const [t, list, units] = [await getTranslations("organisation.chart"), await getTranslations("units.list"), await listUnits(actor)]
  const known = new Set(units.map(({ id }) => id))
  const tops = units.filter(({ parentId }) => parentId === null || !known.has(parentId))
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: list("title"), href: "/units" }]} />
      {tops.length > 0 ? <UnitTree units={units} tops={tops} /> : <Empty title={list("none")}>{list("noneHint")}</Empty>}
    </Drawn>
  )
}
