import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { localeNames, locales } from "@/lib/platform/i18n/locales"
import type { Verdict } from "@/lib/platform/refusal"
import { prepare } from "@/lib/statements/actions"

export function PrepareForm({ unitId, quarter, verdict }: { unitId: string; quarter: string; verdict: Verdict }) {
  const t = useTranslations("statements")
  if (!verdict.allowed) return <Button variant="primary" verdict={verdict}>{t("events.prepare")}</Button>
  return (
    <FormShell action={prepare} label={t("events.prepare")} hidden={{ unitId, quarter }}>
      <Field name="language" label={t("new.language")} className="max-w-xs">
        <Select options={locales.map((value) => ({ value, label: localeNames[value] }))} defaultValue="zh-CN" />
      </Field>
      <Submit>{t("events.prepare")}</Submit>
    </FormShell>
  )
}
