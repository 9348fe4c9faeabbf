import { useLocale, useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Link } from "@/components/ui/link"
import { Searched } from "@/components/ui/searched"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import type { PlacedPerson } from "@/lib/units/queries/people"

/** Who works in a unit, by name in the reader's language, with the positions held today; found by name, address or position in either language. */
export function PeopleTable({ people, rows, address }: { people: readonly PlacedPerson[]; rows: number; address: Address }) {
  const [t, locale] = [useTranslations("units.people"), useLocale()]
  const all = people.map(({ id, email, nameZh, nameEn, positions }) => ({
    id, email, name: textIn(locale, { zh: nameZh, en: nameEn }), positions: positions.map((position) => textIn(locale, position)).join(", "),
    words: [nameZh, nameEn, email, ...positions.flatMap(({ zh, en }) => [zh, en])].join(" "),
  }))
  return (
    <Searched
      address={address}
      caption={t("title")}
      all={inWordOrder(locale, all, ({ name }) => name)}
      textOf={({ words }) => words}
      rows={rows}
      words={{
        search: t("search"), searchHint: t("searchHint"), searchButton: t("searchButton"), found: (count) => t("found", { count }),
        none: t("none"), noneHint: t("noneHint"), notFound: t("notFound"), notFoundHint: t("notFoundHint"),
      }}
      columns={[
        { key: "name", header: t("name"), rowHeader: true, className: "whitespace-nowrap", cell: (row) => <Link href={`${address.path}/${row.id}`}>{row.name}</Link> },
        { key: "positions", header: t("positions"), className: "min-w-40", cell: (row) => row.positions },
        { key: "email", header: t("email"), cell: (row) => row.email },
      ]}
    />
  )
}
