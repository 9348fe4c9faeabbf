import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AccessHead } from "@/components/duties/access-head"
import { RefusedTable } from "@/components/duties/refused-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Field } from "@/components/ui/field"
import { Figure, Figures } from "@/components/ui/figure"
import { Filters } from "@/components/ui/filters"
import { Link } from "@/components/ui/link"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { mayReadAccess } from "@/lib/duties/policy"
import { dutyPage } from "@/lib/duties/queries/duties"
import { today } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { isQuarter, quarterOf, quartersBack } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"

/** Every rule that keeps duties apart: who holds both ends today, and who was refused in a quarter. */
export default async function RulesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireActor(), await searchParams]
  if (!mayReadAccess(actor).allowed) notFound()
  const asked = first(query.quarter) ?? ""
  const quarter = isQuarter(asked) ? asked : quarterOf(today(new Date()))
  const page = await dutyPage(actor, quarter)
  const [t, locale] = [await getTranslations("duties"), await getLocale()]
  const unitOf = new Map((actor.units ?? []).map(({ id, code }) => [id, code]))
  const refused = [...page.rules.flatMap((rule) => rule.refused), ...page.others]
  return (
    <Drawn>
      <AccessHead current="rules" />
      <Filters address={{ path: "/duties/rules", query }}>
        <Field name="quarter" label={t("quarter")}><QuarterSelect quarters={quartersBack(quarterOf(today(new Date())), 8, quarter)} defaultValue={quarter} /></Field>
      </Filters>
      <Figures>
        <Figure label={t("counts.rules")} value={page.rules.length} />
        <Figure label={t("counts.exposed")} value={new Set(page.rules.flatMap((rule) => rule.exposed.map(({ personId }) => personId))).size} />
        <Figure label={t("counts.refused")} value={refused.length} />
      </Figures>
      <Section title={t("rulesTitle")} lead={t("rulesLead")}>
        <Table
          caption={t("rulesTitle")}
          captionHidden
          rows={page.rules}
          rowKey={({ key }) => key}
          columns={[
            { key: "rule", header: t("rule"), rowHeader: true, className: "min-w-72", cell: ({ key }) => t(`rules.${key}`) },
            { key: "enforced", header: t("enforced"), className: "min-w-28", cell: ({ database }) => t(database ? "byDatabase" : "byPolicy") },
            { key: "exposed", header: t("exposed"), className: "min-w-56", cell: ({ exposed }) => exposed.length === 0 ? t("nobody") : (
              <ul>
                {exposed.map((one) => (
                  <li key={`${one.personId} ${one.unitId} ${one.what}`}>
                    <Link href={`/units/${one.unitId}/people/${one.personId}`}>{one.name ? textIn(locale, one.name) : t("person")}</Link>{" "}
                    <span className="text-ink-soft">{t("exposedOne", { unit: unitOf.get(one.unitId) ?? "", count: one.count })} {one.what}</span>
                  </li>
                ))}
              </ul>
            ) },
            { key: "refused", header: t("refused"), align: "end", cell: ({ refused: notes }) => notes.length },
          ]}
        />
      </Section>
      <Section title={t("refusedSince", { since: page.since })}>
        <RefusedTable rows={refused.toSorted((one, other) => other.at.getTime() - one.at.getTime())} unitOf={unitOf} />
      </Section>
    </Drawn>
  )
}
