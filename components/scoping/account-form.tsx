import { useLocale, useTranslations } from "next-intl"
import { CheckboxGroup, RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input, TextArea } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { textIn } from "@/lib/platform/i18n/text"
import { keepAccount } from "@/lib/scoping/actions"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { grounds } from "@/lib/scoping/rules/values"

/** A significant account: why it is one, the processes that make it up, and how much of it lies at each unit. */
export function AccountForm({ view: { scope, units, processes }, account }: { view: ScopeView; account: ScopeView["parts"]["accounts"][number] | undefined }) {
  const [t, locale] = [useTranslations("scoping.accounts"), useLocale()]
  return (
    <FormShell action={keepAccount} label={t("title")} hidden={{ id: scope.id, version: scope.version, ...(account ? { partId: account.id } : {}) }} className="max-w-4xl space-y-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="nameZh" label={t("nameZh")} required><Input lang="zh-CN" maxLength={100} defaultValue={account?.name.zh} /></Field>
        <Field name="nameEn" label={t("nameEn")}><Input lang="en" maxLength={200} defaultValue={account?.name.en ?? ""} /></Field>
        <Field name="amount" label={t("amountYuan")} required><Input type="number" inputMode="decimal" step="0.01" min={0} defaultValue={account?.amount.toString()} /></Field>
      </div>
      <Field name="ground" label={t("why")} group required><RadioGroup choices={grounds.map((value) => ({ value, label: t(`grounds.${value}`), hint: t(`groundHints.${value}`) }))} defaultValue={account?.ground ?? "quantitative"} /></Field>
      <Field name="reason" label={t("reason")}><TextArea rows={2} maxLength={2000} defaultValue={account?.reason ?? ""} /></Field>
      <Field name="processes" label={t("processes")} group required className="sm:columns-2"><CheckboxGroup choices={processes.map(({ code, title }) => ({ value: code, label: `${code} ${textIn(locale, title)}` }))} defaultValue={account?.processes} /></Field>
      <fieldset className="space-y-2">
        <legend className="text-sm font-medium">{t("shares")}</legend>
        <p className="max-w-prose text-sm text-ink-soft">{t("sharesHint")}</p>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {units.map(({ id, code, name }) => (
            <Field key={id} name={`shares.${id}`} label={`${code} ${textIn(locale, name)}`}><Input type="number" inputMode="decimal" step="0.01" min={0} max={100} defaultValue={account?.shares[id]?.toString()} /></Field>
          ))}
        </div>
      </fieldset>
      <Submit>{t("save")}</Submit>
    </FormShell>
  )
}
