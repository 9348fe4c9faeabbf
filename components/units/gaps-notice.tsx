import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"

/** For who may assign them: how many points of a unit have no owner, and the way there. */
export function GapsNotice({ unitId, gaps }: { unitId: string; gaps: number }) {
  const t = useTranslations("units.home")
  return (
    <div className="pt-6">
      <Notice kind="warning" title={t("gaps", { count: gaps })}>
        <p className="pt-1"><ButtonLink href={`/units/${unitId}/ownership?gaps=yes`}>{t("assign")}</ButtonLink></p>
      </Notice>
    </div>
  )
}
