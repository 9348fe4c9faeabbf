import { useTranslations } from "next-intl"
import { Notice } from "@/components/ui/notice"
import { Steps } from "@/components/ui/steps"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { stepsOf } from "@/lib/deficiencies/rules/steps"
import { awaitsDetermination } from "@/lib/deficiencies/rules/determination"

/** Where it stands in its life; what has left the way says so in words. */
export function Life({ view: { deficiency, record } }: { view: DeficiencyView }) {
  const t = useTranslations("deficiencies")
  const { status } = deficiency
  return (
    <div className="space-y-3">
      {status === "withdrawn"
        ? <Notice kind="info">{t("page.withdrawn")}</Notice>
        : <Steps label={t("page.life")} steps={stepsOf(status).map((step) => ({ ...step, label: t(`status.${step.state === "current" ? status : step.key}`) }))} />}
      {status === "accepted" && <Notice kind="warning">{t("page.accepted")}</Notice>}
      {awaitsDetermination(deficiency.grade, record.gradings) && <Notice kind="warning">{t("page.undetermined")}</Notice>}
    </div>
  )
}
