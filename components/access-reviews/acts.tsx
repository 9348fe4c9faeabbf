import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Confirmation, Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { cancel, confirm, sendBack, submit } from "@/lib/access-reviews/actions"
import { mayConfirm, mayRun } from "@/lib/access-reviews/policy"
import type { ReviewLine, ReviewRow } from "@/lib/access-reviews/queries/reviews"
import type { Progress } from "@/lib/access-reviews/rules/deciding"
import type { Actor } from "@/lib/platform/actor"

type ActsProps = { actor: Actor; review: ReviewRow; lines: readonly ReviewLine[]; progress: Progress }

/** What comes next: who runs it submits or cancels; the second person confirms or sends it back. */
export function ReviewActs({ actor, review, lines, progress }: ActsProps) {
  const t = useTranslations("access-reviews")
  const hidden = { id: review.id, version: review.version }
  if (review.status === "open") {
    const verdict = mayRun(actor, review)
    return (
      <Section title={t("submit")} lead={t("submitLead")}>
        <FormShell action={submit} hidden={hidden} label={t("submit")}><Submit verdict={verdict}>{t("submit")}</Submit></FormShell>
        {verdict.allowed && (
          <details className="pt-4">
            <summary className="text-sm">{t("cancel")}</summary>
            <FormShell action={cancel} hidden={hidden} label={t("cancel")} className="max-w-xl space-y-3 pt-3">
              <p className="text-sm text-ink-soft">{t("cancelLead")}</p>
              <Field name="reason" label={t("reason")} required><TextArea rows={2} /></Field>
              <Submit variant="plain">{t("cancel")}</Submit>
            </FormShell>
          </details>
        )}
      </Section>
    )
  }
  if (review.status !== "submitted") return null
  const verdict = mayConfirm(actor, review, lines)
  return (
    <Section title={t("second")}>
      <Confirmation title={t("confirm")} consequences={[t("confirmFollows.withdraw", { count: progress.withdraw }), t("confirmFollows.shorten", { count: progress.shorten }), t("confirmFollows.seal")]}>
        <FormShell action={confirm} hidden={hidden} label={t("confirm")}><Submit variant="final" verdict={verdict}>{t("confirm")}</Submit></FormShell>
      </Confirmation>
      {verdict.allowed && (
        <FormShell action={sendBack} hidden={hidden} label={t("return")} className="max-w-xl space-y-3 pt-4">
          <Field name="reason" label={t("returnWords")} required><TextArea rows={2} /></Field>
          <Submit variant="plain">{t("return")}</Submit>
        </FormShell>
      )}
    </Section>
  )
}
