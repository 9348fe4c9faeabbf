import { useLocale, useTranslations } from "next-intl"
import { first, type Address } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { LiveSearch } from "@/components/ui/live-search"
import { Pager } from "@/components/ui/pager"
import { Table } from "@/components/ui/table"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import type { PlacedPerson } from "@/lib/units/queries/people"

/** Who works in a unit, by name in the reader's language, with the positions held today; found by name, address or position. */
export function PeopleTable({ people, rows, address }: { people: readonly PlacedPerson[]; rows: number; address: Address }) {
  const [t, locale] = [useTranslations("units.people"), useLocale()]
  const all = people.map(({ id, email, nameZh, nameEn, positions }) => ({
    id, email, name: textIn(locale, { zh: nameZh, en: nameEn }), positions: positions.map((position) => textIn(locale, position)).join(", "),
  }))
  const [words, cursor] = [(first(address.query.q) ?? "").trim().toLowerCase(), first(address.query.cursor)]
  const found = inWordOrder(locale, all.filter(({ name, email, positions }) => `${name} ${email} ${positions}`.toLowerCase().includes(words)), ({ name }) => name)
  const from = cursor ? found.findIndex(({ id }) => id === cursor) + 1 : 0
  const shown = found.slice(from, from + rows)
  return (
    <>
      {(words !== "" || all.length > rows) && <LiveSearch address={address} label={t("search")} hint={t("searchHint")} button={t("searchButton")} />}
      {words !== "" && <p role="status" className="text-sm">{t("found", { count: found.length })}</p>}
      <Table
        caption={t("title")}
        captionHidden
        rows={shown}
        rowKey={(row) => row.id}
        empty={words === "" ? <Empty title={t("none")}>{t("noneHint")}</Empty> : <Empty title={t("notFound")}>{t("notFoundHint")}</Empty>}
        columns={[
          { key: "name", header: t("name"), rowHeader: true, className: "whitespace-nowrap", cell: (row) => <Link href={`${address.path}/${row.id}`}>{row.name}</Link> },
          { key: "positions", header: t("positions"), className: "min-w-40", cell: (row) => row.positions },
          { key: "email", header: t("email"), cell: (row) => row.email },
        ]}
      />
      <Pager address={address} shown={shown.length} total={found.length} next={from + rows < found.length ? (shown.at(-1)?.id ?? null) : null} rows={rows} />
    </>
  )
}
