import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { FactsTable, UnfinishedTests } from "@/components/statements/facts-table"
import { PrepareForm } from "@/components/statements/prepare-form"
import { Empty } from "@/components/ui/empty"
import { first } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { DateText, PeriodText } from "@/components/ui/time"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { dayOf } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { isQuarter, quarterBefore, quarterOf } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"
import { mayPrepare } from "@/lib/statements/policy"
import { standingStatement } from "@/lib/statements/queries/list"
import { factsOfUnit } from "@/lib/statements/queries/page"

type Query = Record<string, string | string[] | undefined>

export default async function NewStatementPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t, locale] = [await requireActor(), await searchParams, await getTranslations("statements"), await getLocale()]
  const unit = await chosenUnit(actor, first(query.unit))
  const now = quarterOf(dayOf(new Date()))
  const asked = first(query.quarter) ?? ""
  const quarter = isQuarter(asked) ? asked : quarterBefore(now)
  const last = [now, quarterBefore(now), quarterBefore(quarterBefore(now)), quarter]
  const [facts, standing] = unit ? [await factsOfUnit(actor, unit.id, quarter), await standingStatement(actor, unit.id, quarter)] : [null, null]
  const [statement, closedOn] = [standing?.statement, standing?.closedOn]
  const about = unit ? { unitId: unit.id, unitKind: unit.kind } : { unitId: "", unitKind: "" }
  return (
    <Drawn>
      <PageHead
        title={t("new.title")}
        lead={unit ? <>{textIn(locale, unit.name)} · <PeriodText period={quarter} /></> : t("new.lead")}
        crumbs={[{ label: t("title"), href: "/statements" }]}
      />
      <Filters address={{ path: "/statements/new", query: { unit: unit?.id, quarter } }} label={t("new.choose")}>
        <Field name="unit" label={t("unit")}>
          <Select options={(actor.units ?? []).map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} />
        </Field>
        <Field name="quarter" label={t("quarter")}>
          <QuarterSelect quarters={last.toSorted().toReversed()} />
        </Field>
      </Filters>
      {statement ? (
        <Empty title={t("new.exists")} action={<ButtonLink href={`/statements/${statement.id}`}>{t("new.open")}</ButtonLink>} />
      ) : closedOn ? (
        <Empty title={t("unitClosed")}>{t.rich("new.closed", { day: () => <DateText day={closedOn} /> })}</Empty>
      ) : facts === null ? (
        <Empty title={t("new.none")} action={<ButtonLink href="/assessments">{t("new.toAssessments")}</ButtonLink>}>{t("new.noneHint")}</Empty>
      ) : (
        <>
          <Section title={t("new.facts")} lead={t("new.lead")}>
            <FactsTable facts={facts} />
          </Section>
          {facts.unfinished.length > 0 && <Section title={t("new.unfinished")}><UnfinishedTests facts={facts} /></Section>}
          <Section title={t("events.prepare")}>
            <PrepareForm unitId={about.unitId} quarter={quarter} verdict={mayPrepare(actor, about)} />
          </Section>
        </>
      )}
    </Drawn>
  )
}
