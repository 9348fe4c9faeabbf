import { useLocale, useTranslations } from "next-intl"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { ask } from "@/lib/borrowings/actions"
import type { AskablePaper, Lendable } from "@/lib/borrowings/queries/asking"
import { textIn } from "@/lib/platform/i18n/text"

/** The papers to be tested by somebody from elsewhere, until when and why; who leads both units names the tester here. */
export function AskForm({ papers, lendable }: { papers: readonly AskablePaper[]; lendable: readonly Lendable[] }) {
  const [t, locale] = [useTranslations("borrowings"), useLocale()]
  return (
    <FormShell action={ask} label={t("ask")} className="space-y-0">
      <Table
        caption={t("papers")}
        captionHidden
        rows={papers}
        rowKey={({ id }) => id}
        empty={<Empty title={t("noPapers")}>{t("noPapersHint")}</Empty>}
        selection={{ name: "testIds", label: ({ code }) => t("select", { code }) }}
        columns={[
          { key: "paper", header: t("paper"), rowHeader: true, cell: ({ code, title, titleEn }) => <>{code} <Text text={{ zh: title, en: titleEn }} /></> },
          { key: "tester", header: t("tester"), className: "whitespace-nowrap", cell: ({ tester }) => tester && <Text text={tester} /> },
        ]}
      />
      {papers.length > 0 && (
        <BulkBar>
          {lendable.length > 0 && (
            <Field name="personId" label={t("choose")}>
              <Select none={t("later")} options={lendable.map(({ id, name, unit }) => ({ value: id, label: `${textIn(locale, unit)} ${textIn(locale, name)}` }))} />
            </Field>
          )}
          <Field name="lastDay" label={t("lastDay")} required><DateInput /></Field>
          <Field name="reason" label={t("reason")} required className="grow"><Input maxLength={1000} /></Field>
          <Submit>{t("asked")}</Submit>
        </BulkBar>
      )}
    </FormShell>
  )
}
