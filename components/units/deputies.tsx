import { useLocale, useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, TextArea } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import type { Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import type { Verdict } from "@/lib/platform/refusal"
import { endNamed, name } from "@/lib/units/actions/people"
import type { ListedDeputy } from "@/lib/units/queries/deputies"

/** Who acts for whom and until when; who may, ends it sooner. */
export function Deputies({ rows, mayEnd }: { rows: readonly ListedDeputy[]; mayEnd: boolean }) {
  const [t, locale] = [useTranslations("units.deputies"), useLocale()]
  const named = ({ name: known }: { name: Text | null }) => known && textIn(locale, known)
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
      columns={[
        { key: "person", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: ({ person }) => named(person) },
        { key: "deputy", header: t("deputy"), className: "whitespace-nowrap", cell: ({ deputy }) => named(deputy) },
        { key: "from", header: t("from"), cell: ({ from }) => <DateText day={from} form="short" /> },
        { key: "until", header: t("until"), cell: ({ lastDay }) => <DateText day={lastDay} form="short" /> },
        { key: "state", header: t("state"), cell: ({ acting }) => <Status tone={acting ? "due" : "neutral"}>{t(acting ? "acting" : "coming")}</Status> },
        { key: "reason", header: t("reason"), className: "min-w-40", cell: ({ reason }) => reason },
        ...(mayEnd ? [{
          key: "end", header: <span className="sr-only">{t("end")}</span>,
          cell: ({ id }: ListedDeputy) => <FormShell action={endNamed} hidden={{ id }} label={t("end")}><Submit variant="plain">{t("end")}</Submit></FormShell>,
        }] : []),
      ]}
    />
  )
}

/** Names a deputy for the days of an absence. */
export function NameDeputy({ unitId, personId, people, verdict }: { unitId: string; personId: string; people: Option[]; verdict: Verdict }) {
  const [t, common] = [useTranslations("units.deputies"), useTranslations("common.forms")]
  if (!verdict.allowed) return <Button verdict={verdict}>{t("name")}</Button>
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("name")}</summary>
      <FormShell action={name} label={t("name")} hidden={{ unitId, personId }} className="space-y-4 py-3">
        <Field name="deputyId" label={t("deputy")} required><Select options={people} none={common("choose")} /></Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="from" label={t("from")} hint={t("fromHint")}><DateInput /></Field>
          <Field name="lastDay" label={t("until")} hint={t("untilHint")} required><DateInput /></Field>
        </div>
        <Field name="reason" label={t("reason")} required><TextArea rows={2} maxLength={1000} /></Field>
        <Submit>{t("name")}</Submit>
      </FormShell>
    </details>
  )
}
