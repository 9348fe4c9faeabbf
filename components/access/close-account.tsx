import { useTranslations } from "next-intl"
import { InterimField } from "@/components/handovers/interim-field"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { Confirmation, Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import type { InterimNeed } from "@/lib/handovers/queries/interim"
import { close } from "@/lib/units/actions/people"

/** Closing an account: asked for, then confirmed with what will follow. */
export function CloseAccount({ person, confirming, needs }: { person: { id: string; version: number; name: string }; confirming: boolean; needs: readonly InterimNeed[] }) {
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
          <div className="space-y-3 pb-4"><InterimField needs={needs} /></div>
          <div className="flex gap-3">
            <Submit variant="final">{t("close")}</Submit>
            <ButtonLink href={here}>{common("cancel")}</ButtonLink>
          </div>
        </FormShell>
      </Confirmation>
    </div>
  )
}
