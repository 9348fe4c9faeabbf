import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Submit } from "@/components/ui/submit"
import { begin } from "@/lib/handbook/actions"

/** A new draft from the edition published last: the next edition, or an amendment that corrects it. */
export function BeginForms() {
  const t = useTranslations("handbook.page")
  return (
    <>
      <FormShell action={begin} label={t("beginEdition")} hidden={{ kind: "edition" }} className=""><Submit variant="plain">{t("beginEdition")}</Submit></FormShell>
      <FormShell action={begin} label={t("beginAmendment")} hidden={{ kind: "amendment" }} className=""><Submit variant="plain">{t("beginAmendment")}</Submit></FormShell>
    </>
  )
}
