import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/platform/refusal"

type NamedThingProps = { action: FormAction; unitId: string; label: string; children?: ReactNode }

/** Adds something with a code and two names to a unit. */
export function NamedThing({ action, unitId, label, children }: NamedThingProps) {
  const t = useTranslations("units")
  return (
    <FormShell action={action} hidden={{ unitId }} label={label} className="space-y-3">
      <p className="font-medium">{label}</p>
      <div className="grid max-w-5xl items-end gap-4 sm:grid-cols-2 lg:flex">
        {children}
        <Field name="code" label={t("page.code")} required>
          <Input maxLength={40} />
        </Field>
        <Field name="nameZh" label={t("list.nameZh")} required>
          <Input />
        </Field>
        <Field name="nameEn" label={t("list.nameEn")} required>
          <Input />
        </Field>
        <Submit variant="plain">{t("page.add")}</Submit>
      </div>
    </FormShell>
  )
}
