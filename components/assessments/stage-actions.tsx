import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { closeAction, openAction, startReviewAction } from "@/lib/assessments/actions"
import type { Board } from "@/lib/assessments/queries/board"
import type { AssessmentStepName } from "@/lib/assessments/rules/possible"
import type { Refusal } from "@/lib/platform/refusal"

const actions = { open: openAction, "start-review": startReviewAction, close: closeAction }

/** Why a step cannot be taken now: by policy, or because something is still missing. */
function barTo(board: Board, step: AssessmentStepName): Refusal | null {
  const verdict = step === "open" ? board.may.open : board.may.lead
  if (!verdict.allowed) return verdict.refusal
  const ready = step === "open" ? null : step === "close" ? board.ready.close : board.ready.review
  return ready && !ready.ok ? ready.refusal : null
}

/** The next step of the assessment, leading to its confirmation; disabled with the reason where it cannot be taken. */
export function StageActions({ board }: { board: Board }) {
  const t = useTranslations("assessments.events")
  return board.steps.map((step) => {
    const bar = barTo(board, step)
    return bar
      ? <Button key={step} type="button" refusal={bar}>{t(step)}</Button>
      : <ButtonLink key={step} href={`/assessments/${board.assessment.id}?confirm=${step}`} variant="primary">{t(step)}</ButtonLink>
  })
}

/** What will follow, and the form that does it. */
export function StageConfirmation({ board, step }: { board: Board; step: string | undefined }) {
  const t = useTranslations("assessments")
  const { assessment } = board
  const wanted = board.steps.find((one) => one === step)
  if (!wanted || barTo(board, wanted)) return null
  const isEarly = wanted === "close" && !board.isOver
  const consequences = [...(isEarly ? [t("confirm.early")] : []), ...[1, 2, 3].map((place) => t(`confirm.${wanted}.${place}`))]
  return (
    <Confirmation title={t(`confirm.${wanted}.title`)} consequences={consequences}>
      <FormShell action={actions[wanted]} label={t(`confirm.${wanted}.title`)} hidden={{ id: assessment.id, version: assessment.version }} className="flex flex-wrap gap-3">
        <Submit variant={wanted === "close" ? "final" : "primary"}>{t(`events.${wanted}`)}</Submit>
        <ButtonLink href={`/assessments/${assessment.id}`}>{t("back")}</ButtonLink>
      </FormShell>
    </Confirmation>
  )
}
