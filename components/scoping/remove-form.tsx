import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Submit } from "@/components/ui/submit"
import { remove } from "@/lib/scoping/actions"
import type { Part } from "@/lib/scoping/rules/values"

/** Takes one account, fraud risk or provider out of the draft. */
export function RemoveForm({ scopeId, version, part, partId }: { scopeId: string; version: number; part: Part; partId: string }) {
  const t = useTranslations("scoping.steps")
  return (
    <FormShell action={remove} label={t("remove")} hidden={{ id: scopeId, version, part, partId }} className="border-t border-hairline pt-4">
      <Submit variant="plain">{t("remove")}</Submit>
    </FormShell>
  )
}
