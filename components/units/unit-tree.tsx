import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { DateText } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"
import type { ListedUnit } from "@/lib/units/queries/units"

type Tree = { units: readonly ListedUnit[]; tops: readonly ListedUnit[]; inner?: boolean }

/** Units below units, each with its kind, its people and how many points have an owner. */
export function UnitTree({ units, tops, inner = false }: Tree) {
  const [t, kinds, locale] = [useTranslations("organisation.chart"), useTranslations("common.unitKinds"), useLocale()]
  return (
    <ul className={inner ? "chart" : "chart-root"}>
      {tops.map((unit) => {
        const below = units.filter(({ parentId }) => parentId === unit.id)
        const day = unit.to
        return (
          <li key={unit.id} className="chart-unit">
            <div className="flex flex-wrap items-baseline gap-x-3 py-1">
              <Link href={`/units/${unit.id}/chart`} className="inline-block min-h-6 font-semibold">{textIn(locale, unit.name)}</Link>
              <span className="text-sm text-ink-soft">{unit.code} · {kinds(unit.kind)} · {t("people", { count: unit.people })} · {t("points", { count: unit.owned })}</span>
              {day && <span className="text-sm text-late">{t.rich("closed", { day: () => <DateText day={day} form="short" /> })}</span>}
            </div>
            {below.length > 0 && <UnitTree units={units} tops={below} inner />}
          </li>
        )
      })}
    </ul>
  )
}
