import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Time } from "@/components/ui/time"
import { reopenAction, returnAction, reviewAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { PersonName } from "../person"
import { Act } from "./act"

/** The reviewer's notes and signature, the lead's signature, and reopening. */
export function ReviewPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const { paper, may, possible } = desk
  return (
    <Section title={t("review")}>
      {paper.reviews.length === 0 && <p className="text-ink-soft">{t("notReviewed")}</p>}
      {paper.reviews.map((one) => (
        <div key={one.id} className="max-w-prose space-y-1 border-l-2 border-ink pl-4">
          <p className="font-medium">{t(`reviews.${one.outcome}`)}</p>
          {one.notes && <p className="whitespace-pre-line">{one.notes}</p>}
          <p className="text-sm text-ink-soft">{t("inRound", { round: one.round })} · <PersonName names={desk.names} id={one.reviewedBy} /> · <Time at={one.at} /></p>
        </div>
      ))}
      {paper.signedOffAt && (
        <p className="border-l-2 border-seal pl-4">{t("signedOff")} · <PersonName names={desk.names} id={paper.signedOffBy} /> · <Time at={paper.signedOffAt} /></p>
      )}
      {may.review.allowed && possible.includes("review") && (
        <>
          <Act desk={desk} event="review" action={reviewAction}><Field name="notes" label={t("notes")}><TextArea rows={2} /></Field></Act>
          <Act desk={desk} event="return-with-notes" action={returnAction} variant="plain" folded>
            <Field name="notes" label={t("notesToClear")} required><TextArea rows={3} /></Field>
          </Act>
        </>
      )}
      {may.reopen.allowed && possible.includes("reopen") && (
        <Act desk={desk} event="reopen" action={reopenAction} variant="plain" folded>
          <p className="text-sm">{t("reopenLead")}</p>
          <Field name="reason" label={t("reason")} required><TextArea rows={2} /></Field>
        </Act>
      )}
    </Section>
  )
}
