import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { answer, approve, ask, decline, submit, takeUp, withdraw } from "@/lib/change-requests/actions"
import type { RequestRow } from "@/lib/change-requests/queries/requests"
import type { Subject } from "@/lib/change-requests/queries/subject"
import type { Wording } from "@/lib/change-requests/rules/fields"
import type { FormAction, Verdict } from "@/lib/platform/refusal"
import { ProposalFields } from "./proposal-fields"

/** What a plant proposes: the wording, its own practice, the reason. */
export function NewRequestForm({ unitId, subject, field, present }: { unitId: string; subject: Subject; field: string; present: Wording }) {
  const t = useTranslations("change-requests.form")
  return (
    <FormShell action={submit} label={t("title")} hidden={{ unitId, code: subject.code, field }} className="max-w-3xl space-y-5">
      <ProposalFields field={field} wording={present} labels={subject.labels} />
      <Field name="practice" label={t("practice")} hint={t("practiceHint")} required><TextArea rows={3} maxLength={4000} /></Field>
      <Field name="reason" label={t("reason")} required><TextArea rows={3} maxLength={4000} /></Field>
      <Submit>{t("submit")}</Submit>
    </FormShell>
  )
}

type Says = { request: RequestRow; act: FormAction; name: "ask" | "answer" | "decline" | "withdraw" }

function SayForm({ request, act, name }: Says) {
  const t = useTranslations(`change-requests.acts.${name}`)
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("button")}</summary>
      <FormShell action={act} label={t("button")} hidden={{ id: request.id, version: request.version }} className="space-y-3 py-3">
        <Field name="text" label={t("text")} required><TextArea rows={3} maxLength={4000} /></Field>
        <Submit variant="plain">{t("button")}</Submit>
      </FormShell>
    </details>
  )
}

type ActsProps = { request: RequestRow; subject: Subject | null; events: readonly string[]; judging: Verdict; answering: Verdict }

/** What may be done with a request as it stands. What comes next but is not the reader's to do says, once, whose it is. */
export function RequestActs({ request, subject, events, judging, answering }: ActsProps) {
  const t = useTranslations("change-requests.acts")
  const may = (event: string) => events.includes(event)
  return (
    <Section title={t("title")}>
      <div className="space-y-3">
        {may("take-up") && (judging.allowed ? (
          <FormShell action={takeUp} label={t("takeUp")} hidden={{ id: request.id, version: request.version }}><Submit>{t("takeUp")}</Submit></FormShell>
        ) : <Button verdict={judging}>{t("takeUp")}</Button>)}
        {may("answer") && (answering.allowed ? <SayForm request={request} act={answer} name="answer" /> : <Button verdict={answering}>{t("answer.button")}</Button>)}
        {may("accept") && <AcceptForm request={request} subject={subject} verdict={judging} />}
        {may("ask") && judging.allowed && <SayForm request={request} act={ask} name="ask" />}
        {may("decline") && judging.allowed && <SayForm request={request} act={decline} name="decline" />}
        {may("withdraw") && answering.allowed && <SayForm request={request} act={withdraw} name="withdraw" />}
      </div>
    </Section>
  )
}

function AcceptForm({ request, subject, verdict }: { request: RequestRow; subject: Subject | null; verdict: Verdict }) {
  const t = useTranslations("change-requests.acts.accept")
  if (!verdict.allowed || !subject) return <Button verdict={verdict}>{t("button")}</Button>
  return (
    <FormShell action={approve} label={t("button")} hidden={{ id: request.id, version: request.version }} className="max-w-3xl space-y-4 border border-hairline bg-sheet p-4">
      <p className="text-sm text-ink-soft">{t("lead")}</p>
      <ProposalFields field={request.field} wording={request.proposed} labels={subject.labels} />
      <Field name="text" label={t("text")} required><TextArea rows={2} maxLength={4000} /></Field>
      <Submit>{t("button")}</Submit>
    </FormShell>
  )
}
