import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { acceptAction, returnAction } from "@/lib/evidence/actions"
import { mayReview } from "@/lib/evidence/policy"
import type { RecordUse, RecordVersion } from "@/lib/evidence/queries/record"
import { decide } from "@/lib/evidence/rules/use"
import type { Actor } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

/** Nothing for who only reads what was released. Accepting and returning, one pair of forms for each use that still waits; the reason stands beside a button that is not allowed. */
export function ReviewForms({ actor, version }: { actor: Actor; version: RecordVersion }) {
  const t = useTranslations("evidence.record")
  const waiting = version.uses.filter((use) => decide(use, "accept").ok)
  const reads = !actor.audience.includes("operating")
  if (waiting.length === 0 || reads) return null
  return (
    <Section title={t("review")} id="review">
      <div className="space-y-6">
        {waiting.map((use) => (
          <ReviewOf key={use.id} actor={actor} use={use} several={waiting.length > 1} />
        ))}
      </div>
    </Section>
  )
}

function ReviewOf({ actor, use, several }: { actor: Actor; use: RecordUse; several: boolean }) {
  const t = useTranslations("evidence.record")
  const locale = useLocale()
  const verdict = mayReview(actor, use)
  const refusal = verdict.allowed ? null : verdict.refusal
  const hidden = { id: use.id, revision: use.revision }
  const title = t("reviewOf", { code: use.point?.code ?? "", period: use.obligation.period })
  return (
    <div className="space-y-4">
      {several && <h3 className="text-sm font-medium">{title} {use.point && textIn(locale, use.point.title)}</h3>}
      <FormShell action={acceptAction} label={`${t("accept")}: ${title}`} hidden={hidden}>
        <Submit refusal={refusal}>{t("accept")}</Submit>
      </FormShell>
      {verdict.allowed && (
        <details className="border-y border-hairline py-2">
          <summary className="min-h-8 cursor-pointer py-1 text-sm font-medium">{t("return")}</summary>
          <FormShell action={returnAction} label={`${t("return")}: ${title}`} hidden={hidden} className="max-w-2xl space-y-3 py-3">
            <Field name="reason" label={t("returnReason")} required><TextArea rows={2} /></Field>
            <Submit variant="plain">{t("return")}</Submit>
          </FormShell>
        </details>
      )}
    </div>
  )
}
