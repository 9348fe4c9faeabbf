import { useLocale, useTranslations } from "next-intl"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { textIn } from "@/lib/platform/i18n/text"
import { decide } from "@/lib/scoping/actions"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { UnitsTable } from "./units-table"

/** Ticked units into the scope, or out of it with a reason. */
export function UnitsForm({ view }: { view: ScopeView }) {
  const [t, locale] = [useTranslations("scoping.units"), useLocale()]
  return (
    <FormShell action={decide} label={t("title")} hidden={{ id: view.scope.id, version: view.scope.version }} className="space-y-0">
      <UnitsTable view={view} selection={{ name: "unitIds", label: ({ name }) => textIn(locale, name) }} />
      <BulkBar>
        <Field name="reason" label={t("leftOutReason")} className="grow"><Input maxLength={2000} /></Field>
        <Submit name="decision" value="out" variant="plain">{t("leaveOut")}</Submit>
        <Submit name="decision" value="in">{t("takeIn")}</Submit>
      </BulkBar>
    </FormShell>
  )
}
