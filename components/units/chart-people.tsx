import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { textIn } from "@/lib/platform/i18n/text"
import type { ChartDepartment, ChartPerson } from "@/lib/units/queries/chart"

/** One department: its head, its positions with who holds them, and who holds none. */
export function DepartmentChart({ unitId, department }: { unitId: string; department: ChartDepartment }) {
  const [t, locale] = [useTranslations("organisation.chart"), useLocale()]
  const people = new Set([...department.positions.flatMap(({ holders }) => holders.map(({ id }) => id)), ...department.others.map(({ id }) => id)]).size
  return (
    <li className="chart-unit break-inside-avoid pb-3">
      <details open>
        <summary className="flex min-h-8 flex-wrap items-baseline gap-x-3">
          <h2 className="font-semibold">{textIn(locale, department.name)}</h2>
          <span className="text-sm text-ink-soft">{t("people", { count: people })}</span>
          {department.head && <span className="text-sm">{t.rich("head", { name: textIn(locale, department.head.name) })}</span>}
        </summary>
        <ul className="chart">
          {department.positions.map((position) => (
            <li key={position.id} className="chart-unit flex flex-wrap gap-x-3 text-sm">
              <span className="min-w-44">{textIn(locale, position.name)}</span>
              {position.holders.length > 0 ? <People unitId={unitId} people={position.holders} /> : <span className="text-ink-soft">{t("nobody")}</span>}
            </li>
          ))}
          {department.others.length > 0 && (
            <li className="chart-unit flex flex-wrap gap-x-3 text-sm">
              <span className="min-w-44 text-ink-soft">{t("withoutPosition")}</span>
              <People unitId={unitId} people={department.others} />
            </li>
          )}
        </ul>
      </details>
    </li>
  )
}

export function People({ unitId, people }: { unitId: string; people: readonly ChartPerson[] }) {
  const locale = useLocale()
  return (
    <ul className="flex flex-wrap gap-x-4">
      {people.map(({ id, name }) => <li key={id}><Link className="inline-block min-h-6" href={`/units/${unitId}/people/${id}`}>{textIn(locale, name)}</Link></li>)}
    </ul>
  )
}
