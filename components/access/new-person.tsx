import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { add } from "@/lib/access/actions/administration"
import { localeNames, locales } from "@/lib/platform/i18n/locales"

/** Enters a person; the answer shows the one-time link. */
export function NewPerson({ units, unitId }: { units: Option[]; unitId: string | undefined }) {
  const t = useTranslations("access.administration")
  return (
    <FormShell action={add} label={t("add")}>
      <div className="grid max-w-4xl items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field name="nameZh" label={t("nameZh")} required>
          <Input />
        </Field>
        <Field name="nameEn" label={t("nameEn")} required>
          <Input />
        </Field>
        <Field name="email" label={t("email")} required>
          <Input type="email" autoComplete="off" />
        </Field>
        <Field name="unitId" label={t("unit")} required>
          <Select options={units} defaultValue={unitId} />
        </Field>
        <Field name="language" label={t("language")} required>
          <Select options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))} />
        </Field>
      </div>
      <Submit>{t("create")}</Submit>
    </FormShell>
  )
}
