import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Figure, Figures } from "@/components/ui/figure"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import type { PersonPage } from "@/lib/handovers/queries/person"
import { itemKinds } from "@/lib/handovers/rules/parting"
import { textIn } from "@/lib/platform/i18n/text"

/** What a person holds and answers for at a unit: how much of each kind, then the points by name. */
export function PersonBelongings({ page }: { page: PersonPage }) {
  const [t, frequencies, locale, format] = [useTranslations("handovers"), useTranslations("common.frequencies"), useLocale(), useFormatter()]
  const count = (kind: string) => page.belongings.filter((one) => one.kind === kind).length
  return (
    <>
      <Section title={t("page.answers")}>
        <Figures>{itemKinds.map((kind) => <Figure key={kind} label={t(`itemKinds.${kind}`)} value={count(kind)} />)}</Figures>
      </Section>
      <Section title={t("page.positions")}>
        <Table
          caption={t("page.positions")}
          captionHidden
          rows={page.holdings}
          rowKey={({ id }) => id}
          empty={<Empty title={t("page.noPositions")}>{t("page.noPositionsHint")}</Empty>}
          columns={[
            { key: "position", header: t("page.position"), rowHeader: true, cell: ({ name }) => textIn(locale, name) },
            { key: "from", header: t("page.since"), cell: ({ from }) => <DateText day={from} form="short" /> },
            { key: "to", header: t("page.until"), cell: ({ to }) => to && <DateText day={to} form="short" /> },
          ]}
        />
      </Section>
      <Section title={`${t("page.points")} · ${format.number(page.points.length)}`}>
        <Table
          caption={t("page.points")}
          captionHidden
          rows={page.points}
          rowKey={({ pointId }) => pointId}
          empty={<Empty title={t("page.noPoints")}>{t("page.noPointsHint")}</Empty>}
          columns={[
            { key: "code", header: t("code"), className: "whitespace-nowrap", cell: ({ pointId, code }) => <Link href={`/units/${page.unit.id}/ownership/${pointId}`}>{code}</Link> },
            { key: "title", header: t("what"), rowHeader: true, className: "min-w-56", cell: ({ titleZh, titleEn }) => <Text text={{ zh: titleZh, en: titleEn }} /> },
            { key: "frequency", header: t("page.frequency"), className: "whitespace-nowrap", cell: ({ frequency }) => frequencies(frequency) },
          ]}
        />
      </Section>
    </>
  )
}
