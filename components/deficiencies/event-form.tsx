import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import * as actions from "@/lib/deficiencies/actions"
import type { ChangeEvent } from "@/lib/deficiencies/policy/possible"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import type { FormAction } from "@/lib/platform/refusal"
import { EventFields } from "./event-fields"

const handlers: Record<ChangeEvent, FormAction> = {
  confirm: actions.confirm, contest: actions.contest, "decide-contest": actions.decideTheContest, "propose-grade": actions.propose, grade: actions.grade,
  regrade: actions.regrade, determine: actions.determine, "agree-plan": actions.agree, "start-remediation": actions.start, "request-extension": actions.askExtension,
  "decide-extension": actions.decideTheExtension, "report-implemented": actions.report, "verify-implementation": actions.verify, "reject-implementation": actions.reject,
  "start-retest": actions.beginRetest, "pass-retest": actions.pass, "fail-retest": actions.fail, close: actions.close, "accept-risk": actions.accept,
  "expire-acceptance": actions.expire, "propose-withdrawal": actions.proposeToWithdraw, withdraw: actions.withdraw, reopen: actions.reopen,
}
const final: readonly ChangeEvent[] = ["close", "withdraw", "determine", "decide-contest", "pass-retest"]

/** The form of one event, with what will follow. */
export function EventForm({ event, view }: { event: ChangeEvent; view: DeficiencyView }) {
  const t = useTranslations("deficiencies")
  const title = t(`events.${event}`)
  const isFinal = final.includes(event)
  const form = (
    <FormShell key={event} action={handlers[event]} label={title} hidden={{ id: view.record.id, version: view.record.version }}>
      <EventFields event={event} view={view} />
      <Submit variant={isFinal ? "final" : "primary"}>{title}</Submit>
    </FormShell>
  )
  if (isFinal) return <Confirmation title={title} consequences={[t(`consequences.${event}`)]}>{form}</Confirmation>
  return (
    <div className="space-y-4 border border-line bg-sheet p-5">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-sm text-ink-soft">{t(`consequences.${event}`)}</p>
      </div>
      {form}
    </div>
  )
}
