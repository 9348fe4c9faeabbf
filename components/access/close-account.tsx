import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { Confirmation, Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { close } from "@/lib/units/actions/people"

/** Closing an account: asked for, then confirmed with what will follow. */
export function CloseAccount({ person, confirming }: { person: { id: string; version: number; name: string }; confirming: boolean }) {
  const t = useTranslations("access.administration")
  const common = useTranslations("common.actions")
  const here = `/administration/people/${person.id}`
  if (!confirming) {
    return (
      <Section title={t("close")}>
        <ButtonLink href={`${here}?confirm=close`}>{t("close")}</ButtonLink>
      </Section>
    )
  }
  return (
    <div className="pt-8">
      <Confirmation title={t("closeTitle")} consequences={[t("closeFollows", { name: person.name }), t("closeKeeps"), t("closeOwns")]}>
        <FormShell action={close} hidden={{ personId: person.id, version: person.version }} label={t("close")}>
          <div className="flex gap-3">
            <Submit variant="final">{t("close")}</Submit>
            <ButtonLink href={here}>{common("cancel")}</ButtonLink>
          </div>
        </FormShell>
      </Confirmation>
    </div>
  )
}
