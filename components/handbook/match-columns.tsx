import { useTranslations } from "next-intl"
import Form from "next/form"
import { Button } from "@/components/ui/button"
import { CheckboxGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Table } from "@/components/ui/table"
import type { MatchPage } from "@/lib/handbook/workbook/match-page"

/** Where the table lies: its sheets and the row of its headings, or a matching that was kept. */
export function TablePlaceForm({ page }: { page: MatchPage }) {
  const t = useTranslations("mapping.table")
  const { place, sheets, kept, chosen, upload } = page
  return (
    <Section title={t("title")}>
      {chosen && <Notice kind="info" title={t("applied", { name: chosen.name })} />}
      <Form action={`/handbook/imports/${upload.id}/match`} aria-label={t("title")} className="space-y-4">
        <Field name="sheet" label={t("sheets")} hint={t("sheetsHint")} group>
          <CheckboxGroup key={place.sheets.join()} defaultValue={place.sheets} choices={sheets.map(({ name, rows }) => ({ value: name, label: t("rows", { name, count: rows }) }))} />
        </Field>
        <Field name="row" label={t("row")}><Input key={place.row} type="number" min={1} max={200} defaultValue={place.row} className="max-w-24" /></Field>
        {kept.length > 0 && (
          <Field name="matching" label={t("kept")}>
            <Select defaultValue={chosen?.id ?? "none"} options={[{ value: "none", label: t("none") }, ...kept.map(({ id, name, same }) => ({ value: id, label: same ? t("same", { name }) : name }))]} />
          </Field>
        )}
        <Button>{t("show")}</Button>
      </Form>
    </Section>
  )
}

/** Each of their columns with examples, and which field of ours it is. */
export function ColumnsForm({ page }: { page: MatchPage }) {
  const t = useTranslations("mapping.columns")
  const { columns, place, fields, upload, chosen } = page
  const groups = [{ label: t("required"), options: fields.required }, { label: t("others"), options: fields.others }, { label: t("english"), options: fields.english }]
  return (
    <Section title={t("title")} lead={t("joined")}>
      <Form action={`/handbook/imports/${upload.id}/match`} aria-label={t("title")} className="space-y-4">
        <input type="hidden" name="step" value="values" />
        <input type="hidden" name="row" value={place.row} />
        {chosen && <input type="hidden" name="matching" value={chosen.id} />}
        {place.sheets.map((name) => <input key={name} type="hidden" name="sheet" value={name} />)}
        <Table
          caption={t("title")}
          captionHidden
          rows={columns}
          rowKey={({ letters }) => letters}
          columns={[
            { key: "letters", header: t("column"), className: "w-16", cell: ({ letters }) => <code>{letters}</code> },
            { key: "heading", header: t("heading"), rowHeader: true, className: "min-w-32", cell: ({ heading }) => heading || t("blank") },
            { key: "samples", header: t("samples"), className: "min-w-56 max-w-96", cell: ({ samples }) => samples.length > 0 && <ul className="space-y-0.5 text-ink-soft">{samples.map((one) => <li key={one} className="line-clamp-2 break-words">{one}</li>)}</ul> },
            { key: "field", header: t("field"), className: "min-w-56", cell: ({ column, letters, field }) => <Select name={`c${column}`} aria-label={t("fieldOf", { column: letters })} none={t("ignore")} options={groups} defaultValue={field} /> },
          ]}
        />
        <Button variant="primary">{t("next")}</Button>
      </Form>
    </Section>
  )
}
