import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { ButtonLink } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { HoldForm, LeaveButton, LeaveForm } from "@/components/units/holding"
import { UnitHead } from "@/components/units/unit-head"
import type { Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import { isId } from "@/lib/platform/ids"
import { requireActor } from "@/lib/platform/session"
import { mayPlacePeople } from "@/lib/units/policy"
import { unitPage } from "@/lib/units/queries/unit-page"

export default async function HoldingsPage({ params }: { params: Promise<{ unitId: string }> }) {
  const actor = await requireActor()
  const { unitId } = await params
  const page = isId(unitId) ? await unitPage(actor, unitId) : null
  if (!page) notFound()
  const [t, locale] = await Promise.all([getTranslations("units.people"), getLocale()])
  const verdict = mayPlacePeople(actor, { unitId })
  return (
    <Drawn>
      <UnitHead unit={page.unit} current="people" />
      <Section title={t("holdings")} lead={t("leaveLead")} actions={<ButtonLink href={`/units/${unitId}/people`}>{t("title")}</ButtonLink>}>
        <LeaveForm>
          <Table
            caption={t("holdings")}
            captionHidden
            rows={page.holdings}
            rowKey={(row) => row.id}
            empty={<Empty title={t("noHoldings")}>{t("noHoldingsHint")}</Empty>}
            columns={[
              { key: "position", header: t("position"), rowHeader: true, className: "min-w-40", cell: (row) => textIn(locale, row.positionName) },
              { key: "person", header: t("person"), className: "whitespace-nowrap", cell: (row) => row.name && textIn(locale, row.name) },
              { key: "since", header: t("since"), cell: (row) => <DateText day={row.from} form="short" /> },
              ...(verdict.allowed ? [{ key: "leave", header: <span className="sr-only">{t("leave")}</span>, cell: (row: { id: string; name: Text | null }) => <LeaveButton id={row.id} name={row.name ? textIn(locale, row.name) : ""} /> }] : []),
            ]}
          />
        </LeaveForm>
        <HoldForm
          unitId={unitId}
          people={inWordOrder(locale, page.people.map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) })), ({ label }) => label)}
          positions={page.positions.map((row) => ({ value: row.id, label: textIn(locale, row.name) }))}
          refusal={verdict.allowed ? null : verdict.refusal}
        />
      </Section>
    </Drawn>
  )
}
