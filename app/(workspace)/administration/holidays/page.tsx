import { getFormatter, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AdministrationHead } from "@/components/access/administration-tabs"
import type { Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { ButtonLink } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { FiscalYear } from "@/components/units/fiscal-year"
import { KeepHolidays, RemoveHoliday } from "@/components/units/holiday-forms"
import { mayReadOutbox } from "@/lib/access/policy"
import { dateOf, today } from "@/lib/platform/days"
import { requireActor } from "@/lib/platform/session"
import { mayKeepCalendar } from "@/lib/units/policy"
import { holidayPage } from "@/lib/units/queries/calendar"
import { holidayFilterSchema } from "@/lib/units/schema"

/** Holidays and weekend days worked in exchange, by country and year; kept by the company's administrator. */
export default async function HolidaysPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const query = await searchParams
  const asked = holidayFilterSchema.catch({}).parse(query)
  const company = actor.units?.find(({ kind }) => kind === "company")
  if (!mayReadOutbox(actor).allowed) notFound()
  const keeps = company && mayKeepCalendar(actor, company).allowed ? company : null
  const filter = { country: asked.country ?? "CN", year: asked.year ?? Number(today(new Date()).slice(0, 4)) }
  const [t, words, types, format, page] = [
    await getTranslations("organisation.holiday"), await getTranslations("organisation.page"), await getTranslations("organisation.holidayTypes"), await getFormatter(), await holidayPage(actor, filter),
  ]
  const workdays = page.days.filter(({ workday }) => workday).length
  const address = { path: "/administration/holidays", query: { ...query, country: filter.country, year: String(filter.year) } }
  return (
    <Drawn>
      <AdministrationHead current="holidays" />
      <Filters address={address}>
        <Field name="country" label={t("country")}><Input list="countries" maxLength={2} className="max-w-32 uppercase" /></Field>
        <Field name="year" label={t("year")}><Input type="number" min={2000} max={2100} className="max-w-32" /></Field>
        <datalist id="countries">{page.countries.map((country) => <option key={country} value={country} />)}</datalist>
      </Filters>
      <Section
        title={t("calendarOf", { country: filter.country, year: String(filter.year) })}
        lead={t("lead")}
        actions={keeps && <ButtonLink href={`/units/imports/new?kind=holidays&unit=${keeps.id}`}>{words("holidays")}</ButtonLink>}
      >
        <p className="text-sm">{t("days", { holidays: page.days.length - workdays, workdays })} · {t("usedBy", { count: page.usedBy })}</p>
        <Table
          caption={t("title")}
          captionHidden
          rows={page.days}
          rowKey={({ date }) => date}
          empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
          columns={[
            { key: "date", header: t("date"), rowHeader: true, className: "whitespace-nowrap", cell: ({ date }) => <DateText day={date} /> },
            { key: "weekday", header: t("weekday"), cell: ({ date }) => format.dateTime(dateOf(date), { weekday: "long", timeZone: "UTC" }) },
            { key: "type", header: t("type"), cell: ({ workday }) => <Status tone={workday ? "due" : "neutral"}>{types(workday ? "workday" : "holiday")}</Status> },
            { key: "name", header: t("name"), cell: ({ name }) => name || "—" },
            ...(keeps ? [{ key: "remove", header: <span className="sr-only">{t("remove")}</span>, cell: ({ country, date }: { country: string; date: string }) => <RemoveHoliday unitId={keeps.id} country={country} date={date} /> }] : []),
          ]}
        />
      </Section>
      {keeps && (
        <Section title={t("add")} lead={t("addLead")}>
          <KeepHolidays unitId={keeps.id} country={filter.country} />
          <p className="text-sm text-ink-soft">{t("future")}</p>
        </Section>
      )}
      {keeps && page.company && <FiscalYear company={page.company} planned={page.planned} year={filter.year} />}
    </Drawn>
  )
}
