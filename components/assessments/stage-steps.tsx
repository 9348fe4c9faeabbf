import { useTranslations } from "next-intl"
import { Steps } from "@/components/ui/steps"
import { assessmentLifecycle } from "@/lib/assessments/rules/lifecycle"

/** Where the assessment stands on its way from planned to closed. */
export function StageSteps({ status }: { status: string }) {
  const t = useTranslations("assessments")
  const now = assessmentLifecycle.states.findIndex((state) => state === status)
  const last = assessmentLifecycle.states.length - 1
  const steps = assessmentLifecycle.states.map((state, place) => ({
    key: state, label: t(`stage.${state}`), state: place < now || now === last ? ("done" as const) : place === now ? ("current" as const) : ("coming" as const),
  }))
  return <Steps label={t("board.stages")} steps={steps} />
}
