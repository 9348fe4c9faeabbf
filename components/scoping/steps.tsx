import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { ButtonLink } from "@/components/ui/link"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { approve, discard, revise } from "@/lib/scoping/actions"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { eventsOf } from "@/lib/scoping/rules/lifecycle"

/** What may come next for the scope as it stands. */
export function ScopeButtons({ view: { scope, gaps, scoping, approving, others } }: { view: ScopeView }) {
  const t = useTranslations("scoping.steps")
  const may = (event: string) => eventsOf(scope.status).some((one) => one === event)
  const incomplete = approving.allowed && gaps.length > 0
  const isRevised = others.some(({ revisionOf, approvedAt }) => revisionOf === scope.id && approvedAt === null)
  return (
    <>
      {may("approve") && (approving.allowed && !incomplete
        ? <ButtonLink variant="primary" href={`/scoping/${scope.id}?confirm=approve`}>{t("approve")}</ButtonLink>
        : incomplete ? <Button allowed={false} reason={t("incomplete")}>{t("approve")}</Button> : <Button verdict={approving}>{t("approve")}</Button>)}
      {may("revise") && !isRevised && scoping.allowed && <ButtonLink href={`/scoping/${scope.id}?confirm=revise`}>{t("revise")}</ButtonLink>}
      {may("discard") && scoping.allowed && <ButtonLink href={`/scoping/${scope.id}?confirm=discard`}>{t("discard")}</ButtonLink>}
    </>
  )
}

/** The form of the step that was asked for, with what will follow. */
export function ScopeConfirmation({ view: { scope, scoping, approving, gaps }, step }: { view: ScopeView; step: string | undefined }) {
  const t = useTranslations("scoping.steps")
  const may = (event: string) => eventsOf(scope.status).some((one) => one === event)
  const about = { id: scope.id, version: scope.version }
  const year = String(scope.year)
  if (step === "approve" && may("approve") && approving.allowed && gaps.length === 0) {
    return (
      <Confirmation title={t("approveTitle", { year })} consequences={[t("approveThen"), t(scope.revisionOf ? "supersedeThen" : "gradeThen")]}>
        <FormShell action={approve} label={t("approve")} hidden={about}>
          <Field name="opinion" label={t("opinion")}><TextArea rows={2} maxLength={2000} /></Field>
          <Submit variant="final">{t("approve")}</Submit>
        </FormShell>
      </Confirmation>
    )
  }
  if (step === "revise" && may("revise") && scoping.allowed) {
    return (
      <FormShell action={revise} label={t("revise")} hidden={about} className="space-y-4 border border-line bg-sheet p-5">
        <p className="max-w-prose text-sm text-ink-soft">{t("reviseThen")}</p>
        <Field name="reason" label={t("reason")} required><TextArea rows={2} maxLength={2000} /></Field>
        <Submit>{t("revise")}</Submit>
      </FormShell>
    )
  }
  if (step === "discard" && may("discard") && scoping.allowed) {
    return (
      <Confirmation title={t("discardTitle", { year })} consequences={[t("discardThen")]}>
        <FormShell action={discard} label={t("discard")} hidden={about}><Submit variant="final">{t("discard")}</Submit></FormShell>
      </Confirmation>
    )
  }
  return null
}
