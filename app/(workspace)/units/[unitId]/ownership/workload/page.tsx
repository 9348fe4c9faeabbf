import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Figure, Figures } from "@/components/ui/figure"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { UnitHead } from "@/components/units/unit-head"
import { textIn } from "@/lib/platform/i18n/text"
import { frequencies } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"
import { limit } from "@/lib/units/actions/units"
import { mayAssign } from "@/lib/units/policy"
import { workloadOf } from "@/lib/units/queries/workload"
import { defaultMonthlyLimit } from "@/lib/units/rules"

/** Who answers for how much, and who has too much. */
export default async function WorkloadPage({ params }: { params: Promise<{ unitId: string }> }) {
  const actor = await requireActor()
  const page = await workloadOf(actor, (await params).unitId)
  if (!page) notFound()
  const { unit, loads } = page
  const [t, words, locale, format] = [await getTranslations("units.workload"), await getTranslations("common.frequencies"), await getLocale(), await getFormatter()]
  const verdict = mayAssign(actor, { unitId: unit.id, heads: [] })
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  return (
    <Drawn>
      <UnitHead unit={unit} current="ownership" lead={t("lead", { limit: page.limit })} />
      <div className="pt-5">
        <Figures>
          <Figure label={t("overloaded")} value={loads.filter(({ tooMuch }) => tooMuch).length} alert />
          <Figure label={t("owners")} value={loads.filter(({ points }) => points > 0).length} />
          <Figure label={t("heaviest")} value={Math.round(loads[0]?.monthly ?? 0)} />
        </Figures>
      </div>
      <Section title={t("title")}>
        <Table
          caption={t("title")}
          captionHidden
          rows={loads}
          rowKey={({ personId }) => personId}
          empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
          columns={[
            { key: "person", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: ({ personId, name }) => <Link href={`/units/${unit.id}/people/${personId}`}>{name ? textIn(locale, name) : "—"}</Link> },
            { key: "state", header: t("state"), cell: ({ tooMuch }) => tooMuch && <Status tone="bad">{t("tooMuch")}</Status> },
            { key: "monthly", header: t("monthly"), align: "end", cell: ({ monthly }) => one(monthly) },
            { key: "points", header: t("points"), align: "end", cell: ({ personId, points }) => <Link href={`/units/${unit.id}/ownership?owner=${personId}`}>{points}</Link> },
            { key: "performs", header: t("performs"), align: "end", cell: ({ performs }) => performs },
            { key: "frequencies", header: t("frequencies"), className: "min-w-56", cell: ({ byFrequency }) => frequencies.filter((frequency) => byFrequency[frequency]).map((frequency) => t("ofFrequency", { frequency: words(frequency), count: byFrequency[frequency] ?? 0 })).join(" · ") },
            { key: "remediation", header: t("remediation"), align: "end", cell: ({ remediation }) => remediation },
          ]}
        />
      </Section>
      <Section title={t("limit")} lead={t("limitLead", { limit: defaultMonthlyLimit })}>
        <FormShell action={limit} hidden={{ unitId: unit.id, version: unit.version }} label={t("limit")} className="flex flex-wrap items-end gap-3">
          <Field name="monthlyLimit" label={t("limitField")}><Input type="number" min={1} max={1000} defaultValue={unit.monthlyLimit ?? undefined} className="max-w-32" /></Field>
          <Submit variant="plain" refusal={verdict.allowed ? null : verdict.refusal}>{t("save")}</Submit>
        </FormShell>
      </Section>
    </Drawn>
  )
}
