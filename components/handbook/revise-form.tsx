import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { revise } from "@/lib/handbook/actions"
import type { PointPage } from "@/lib/handbook/queries/point"
import { revisedTexts } from "@/lib/handbook/schema/revise"
import { effects, natures } from "@/lib/handbook/schema/values"
import { textIn } from "@/lib/platform/i18n/text"
import { frequencies } from "@/lib/platform/periods"

/** The wording of one point of a draft, in both languages. What the form does not hold is changed by workbook. */
export function ReviseForm({ page, version }: { page: PointPage; version: number }) {
  const [t, common, columns, locale] = [useTranslations("handbook.revise"), useTranslations("common"), useTranslations("handbook.workbook.columns"), useLocale()]
  const { content, labels } = page
  const said = { ...content, ...content.operatingTest }
  return (
    <FormShell action={revise} label={t("title")} hidden={{ id: page.edition.id, pointId: page.row.pointId, version }} className="space-y-5 pt-6">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field name="ownerPosition" label={columns("ownerPosition")} required><Select options={labels.positions.map(([value, title]) => ({ value, label: textIn(locale, title) }))} defaultValue={content.ownerPosition} /></Field>
        <Field name="frequency" label={columns("frequency")} required><Select options={frequencies.map((value) => ({ value, label: common(`frequencies.${value}`) }))} defaultValue={content.frequency} /></Field>
        <Field name="nature" label={columns("nature")} required><Select options={natures.map((value) => ({ value, label: common(`natures.${value}`) }))} defaultValue={content.nature} /></Field>
        <Field name="effect" label={columns("effect")} required><Select options={effects.map((value) => ({ value, label: common(`effects.${value}`) }))} defaultValue={content.effect} /></Field>
      </div>
      {revisedTexts.map((field) => (
        <div key={field} className="grid gap-4 lg:grid-cols-2">
          <Field name={field} label={t("zh", { field: columns(field) })} required><TextArea rows={field === "title" ? 1 : 4} maxLength={4000} defaultValue={said[field]?.zh ?? ""} lang="zh-CN" /></Field>
          <Field name={`${field}En`} label={t("en", { field: columns(field) })}><TextArea rows={field === "title" ? 1 : 4} maxLength={4000} defaultValue={said[field]?.en ?? ""} lang="en" /></Field>
        </div>
      ))}
      <Submit>{t("save")}</Submit>
    </FormShell>
  )
}
