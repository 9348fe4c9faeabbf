import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, Input, TextArea } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { keepProvider } from "@/lib/scoping/actions"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { reportKinds } from "@/lib/scoping/rules/values"

/** A service centre or outside provider, its report, and what remains for us to control. */
export function ProviderForm({ view: { scope }, provider }: { view: ScopeView; provider: ScopeView["parts"]["providers"][number] | undefined }) {
  const [t, risks] = [useTranslations("scoping.providers"), useTranslations("scoping.risks")]
  return (
    <FormShell action={keepProvider} label={t("title")} hidden={{ id: scope.id, version: scope.version, ...(provider ? { partId: provider.id } : {}) }} className="max-w-4xl space-y-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="nameZh" label={t("nameZh")} required><Input lang="zh-CN" maxLength={100} defaultValue={provider?.name.zh} /></Field>
        <Field name="nameEn" label={t("nameEn")}><Input lang="en" maxLength={200} defaultValue={provider?.name.en ?? ""} /></Field>
      </div>
      <Field name="service" label={t("service")} required><TextArea rows={2} maxLength={2000} defaultValue={provider?.service} /></Field>
      <Field name="report" label={t("report")} required><Select options={reportKinds.map((value) => ({ value, label: t(`reports.${value}`) }))} defaultValue={provider?.report ?? "type-2"} /></Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="periodFrom" label={t("periodFrom")} hint={t("periodHint")}><DateInput defaultValue={provider?.periodFrom ?? undefined} /></Field>
        <Field name="periodTo" label={t("periodTo")}><DateInput defaultValue={provider?.periodTo ?? undefined} /></Field>
      </div>
      <Field name="remaining" label={t("remaining")} hint={t("remainingHint")} required><TextArea rows={2} maxLength={2000} defaultValue={provider?.remaining} /></Field>
      <Field name="points" label={t("points")} hint={risks("pointsHint")}><TextArea rows={2} defaultValue={provider?.points.join(" ")} /></Field>
      <Submit>{t("save")}</Submit>
    </FormShell>
  )
}
