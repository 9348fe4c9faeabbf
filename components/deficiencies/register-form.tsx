import { useLocale, useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input, TextArea } from "@/components/ui/input"
import { type OptionGroup, Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { register } from "@/lib/deficiencies/actions"
import type { PointChoice } from "@/lib/deficiencies/queries/points"
import { causes, kinds, type Source } from "@/lib/deficiencies/schema/values"
import { textIn } from "@/lib/platform/i18n/text"

export function RegisterForm({ unitId, points, chosenPoint, sources }: { unitId: string; points: PointChoice[]; chosenPoint?: string; sources: Source[] }) {
  const t = useTranslations("deficiencies")
  const words = useTranslations("common.words")
  const locale = useLocale()
  const groups = new Map<string, OptionGroup>()
  for (const { id, code, title, node } of points) {
    const group = groups.get(node.code) ?? { label: `${node.code} ${textIn(locale, node.title)}`, options: [] }
    groups.set(node.code, { ...group, options: [...group.options, { value: id, label: `${code} ${textIn(locale, title)}` }] })
  }
  return (
    <FormShell action={register} label={t("register.title")} hidden={{ unitId }}>
      <Field name="pointId" label={t("form.point")} required><Select none={t("register.choosePoint")} options={[...groups.values()]} defaultValue={chosenPoint ?? ""} /></Field>
      <Field name="title" label={t("form.title")} required><Input /></Field>
      <Field name="description" label={t("form.description")} required><TextArea /></Field>
      <Field name="kind" label={t("form.kind")} group required><RadioGroup inline choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} defaultValue="operating" /></Field>
      <Field name="source" label={t("form.source")} group required><RadioGroup inline choices={sources.map((source) => ({ value: source, label: t(`sources.${source}`) }))} defaultValue={sources[0]} /></Field>
      <Field name="financialReporting" label={t("form.financialReporting")} group required>
        <RadioGroup inline choices={[{ value: "yes", label: words("yes") }, { value: "no", label: words("no") }]} defaultValue="yes" />
      </Field>
      <Field name="cause" label={t("form.cause")}><Select none={t("form.causeLater")} options={causes.map((cause) => ({ value: cause, label: t(`causes.${cause}`) }))} /></Field>
      <Submit>{t("register.submit")}</Submit>
    </FormShell>
  )
}
