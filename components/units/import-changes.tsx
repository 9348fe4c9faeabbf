import { useLocale, useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { textIn } from "@/lib/platform/i18n/text"
import type { ImportChange, ImportPreview } from "@/lib/units/schema"

const tones: Record<ImportChange["what"], Tone> = { added: "good", changed: "due", ended: "late" }

/** How much of each sort is added, changed, ended or as it was. */
export function ImportCounts({ counts }: Pick<ImportPreview, "counts">) {
  const [t, kinds] = [useTranslations("organisation.page"), useTranslations("organisation.kinds")]
  return (
    <Table
      caption={t("counts")}
      captionHidden
      rows={counts}
      rowKey={({ kind }) => kind}
      columns={[
        { key: "kind", header: t("kind"), rowHeader: true, cell: ({ kind }) => kinds(kind) },
        { key: "added", header: t("added"), align: "end", cell: ({ added }) => added },
        { key: "changed", header: t("changed"), align: "end", cell: ({ changed }) => changed },
        { key: "ended", header: t("ended"), align: "end", cell: ({ ended }) => ended },
        { key: "unchanged", header: t("unchanged"), align: "end", cell: ({ unchanged }) => unchanged },
      ]}
    />
  )
}

/** One row for each thing that becomes another. */
export function ImportChanges({ changes }: { changes: readonly ImportChange[] }) {
  const [t, kinds] = [useTranslations("organisation.page"), useTranslations("organisation.kinds")]
  const [locale, detail] = [useLocale(), useDetail()]
  return (
    <Table
      caption={t("changes")}
      captionHidden
      rows={changes.map((row, index) => ({ ...row, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { key: "what", header: t("what"), className: "whitespace-nowrap", cell: ({ what }) => <Status tone={tones[what]}>{t(what)}</Status> },
        { key: "kind", header: t("kind"), className: "whitespace-nowrap", cell: ({ kind }) => kinds(kind) },
        { key: "thing", header: t("thing"), rowHeader: true, className: "min-w-48", cell: ({ zh, en, code }) => <>{textIn(locale, { zh, en })} <span className="font-normal break-all text-ink-soft">{code}</span></> },
        { key: "unit", header: t("unit"), className: "whitespace-nowrap", cell: ({ unit }) => unit },
        { key: "detail", header: t("detail"), className: "min-w-56", cell: ({ fields }) => fields.map(detail).join("; ") },
      ]}
    />
  )
}

function useDetail() {
  const [t, fields, roles, kinds] = [useTranslations("organisation.page"), useTranslations("organisation.fields"), useTranslations("common.roles"), useTranslations("common.unitKinds")]
  const [types, languages] = [useTranslations("organisation.holidayTypes"), useTranslations("organisation.languages")]
  const said = (field: string, value: string | null) => {
    if (value === null || value === "") return "—"
    if (field === "role" && roles.has(value)) return roles(value)
    if (field === "kind" && kinds.has(value)) return kinds(value)
    if (field === "language" && languages.has(value)) return languages(value)
    return field === "type" && types.has(value) ? types(value) : value
  }
  return ({ field, before, after }: ImportChange["fields"][number]) => {
    const name = fields.has(field) ? fields(field) : field
    return before === null || before === after ? t("set", { field: name, after: said(field, after) }) : t("change", { field: name, before: said(field, before), after: said(field, after) })
  }
}
