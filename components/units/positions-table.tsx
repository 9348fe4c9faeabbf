import { useLocale, useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Searched } from "@/components/ui/searched"
import { textIn } from "@/lib/platform/i18n/text"
import type { ListedPosition } from "@/lib/units/queries/unit-overview"

type Props = { positions: readonly ListedPosition[]; /** What each department is called. */ departments: ReadonlyMap<string, string>; rows: number; address: Address }

/** A unit's positions by their codes with who holds them today; found by name or holder in either language, code or department. */
export function PositionsTable({ positions, departments, rows, address }: Props) {
  const [t, locale] = [useTranslations("units.page"), useLocale()]
  const all = positions.map(({ id, code, departmentId, nameZh, nameEn, holders }) => ({
    id, code, name: textIn(locale, { zh: nameZh, en: nameEn }), department: departments.get(departmentId) ?? "", holders: holders.map((name) => textIn(locale, name)).join(", "),
    words: [nameZh, nameEn, code, departments.get(departmentId), ...holders.flatMap(({ zh, en }) => [zh, en])].join(" "),
  }))
  return (
    <Searched
      address={address}
      caption={t("positions")}
      all={all}
      textOf={({ words }) => words}
      rows={rows}
      words={{
        search: t("search"), searchHint: t("searchHint"), searchButton: t("searchButton"), found: (count) => t("found", { count }),
        none: t("noPositions"), noneHint: t("noPositionsHint"), notFound: t("notFound"), notFoundHint: t("notFoundHint"),
      }}
      columns={[
        { key: "name", header: t("name"), rowHeader: true, cell: (row) => row.name },
        { key: "code", header: t("code"), cell: (row) => row.code },
        { key: "department", header: t("department"), cell: (row) => row.department },
        { key: "holders", header: t("holders"), cell: (row) => row.holders || t("nobody") },
      ]}
    />
  )
}
