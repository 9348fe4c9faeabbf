import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Prove, type ProveProps } from "@/components/access/prove"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Confirmation, Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { DateText } from "@/components/ui/time"
import { cancel, decline, hand, supervise, take } from "@/lib/handovers/actions"
import { mayConduct, mayDecline, maySignFor, maySupervise } from "@/lib/handovers/policy"
import type { HandoverPage } from "@/lib/handovers/queries/page"
import { eventsOf } from "@/lib/handovers/rules/lifecycle"
import { missingTakers } from "@/lib/handovers/rules/parting"
import type { Actor } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import type { FormAction, Verdict } from "@/lib/platform/refusal"

/** The signature that comes next, by whoever's turn it is, or in their place; and the way to cancel. */
export function Signing({ actor, page: { handover, names }, prove }: { actor: Actor; page: HandoverPage; prove: ProveProps }) {
  const [t, locale] = [useTranslations("handovers"), useLocale()]
  const events = eventsOf(handover.status)
  if (events.length === 0) return null
  const about = { id: handover.id, version: handover.version }
  const nameOf = (id: string) => {
    const known = names.get(id)
    return known ? textIn(locale, known) : ""
  }
  const divided = handover.items.every(({ takerPersonId }) => takerPersonId !== null)
  const sign = (event: "hand-over" | "take-over", personId: string, action: FormAction) => (
    <SignFor
      key={personId} about={about} event={event} personId={personId} name={nameOf(personId)} prove={prove} own={personId === actor.personId} action={action}
      verdict={maySignFor(actor, handover, personId)} consequence={event === "hand-over" ? t("acts.handOverLead") : t("acts.takeOverLead", { count: handover.items.filter((item) => item.takerPersonId === personId).length })}
    />
  )
  return (
    <Section title={t("acts.title")}>
      <div className="grid gap-4">
        {events.includes("hand-over") && (divided ? sign("hand-over", handover.personId, hand) : <Button allowed={false} reason={t("refusals.undivided")}>{t("events.hand-over")}</Button>)}
        {events.includes("take-over") && missingTakers(handover.items, handover.signatures).map((taker) => sign("take-over", taker, take))}
        {events.includes("decline") && mayDecline(actor, handover).allowed && <Decline about={about} />}
        {events.includes("supervise") && (
          <Signature about={about} prove={prove} event="supervise" action={supervise} verdict={maySupervise(actor, handover)}
            consequences={[t("acts.superviseLead"), t("acts.completes"), t.rich("acts.from", { day: () => <DateText day={handover.leavesOn} /> })]} />
        )}
        {events.includes("cancel") && <Cancel about={about} verdict={mayConduct(actor, handover)} />}
      </div>
    </Section>
  )
}

type About = { id: string; version: number }
type SignForProps = { about: About; event: "hand-over" | "take-over"; personId: string; name: string; own: boolean; prove: ProveProps; action: FormAction; verdict: Verdict; consequence: string }

function SignFor({ about, event, personId, name, own, prove, action, verdict, consequence }: SignForProps) {
  const t = useTranslations("handovers")
  if (own) return <Signature about={about} prove={prove} event={event} action={action} verdict={verdict} personId={personId} consequences={[consequence]} />
  if (!verdict.allowed) return <Button variant="final" verdict={verdict}>{`${t(`events.${event}`)} · ${name}`}</Button>
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("acts.inPlaceOf", { name })}</summary>
      <p className="pb-2 text-sm text-ink-soft">{t("acts.inPlaceLead")}</p>
      <ProvingForm prove={prove} about={about} event={event} action={action} personId={personId}>
        <Field name="reason" label={t("acts.reason")} required><TextArea rows={2} maxLength={1000} /></Field>
      </ProvingForm>
    </details>
  )
}

type SignatureProps = { about: About; event: "hand-over" | "take-over" | "supervise"; action: FormAction; verdict: Verdict; personId?: string; prove: ProveProps; consequences: ReactNode[] }

function Signature({ about, event, action, verdict, personId, prove, consequences }: SignatureProps) {
  const t = useTranslations("handovers.events")
  if (!verdict.allowed) return <Button variant="final" verdict={verdict}>{t(event)}</Button>
  return <Confirmation title={t(event)} consequences={consequences}><ProvingForm prove={prove} about={about} event={event} action={action} personId={personId} /></Confirmation>
}

function ProvingForm({ about, event, action, personId, prove, children }: { about: About; event: string; action: FormAction; personId?: string; prove: ProveProps; children?: ReactNode }) {
  const t = useTranslations("handovers")
  return (
    <FormShell action={action} label={t(`events.${event}`)} hidden={personId ? { ...about, personId } : about} className="space-y-4 pb-2">
      {children}
      <Prove {...prove} />
      <Submit variant="final">{t(`events.${event}`)}</Submit>
    </FormShell>
  )
}

function Cancel({ about, verdict }: { about: About; verdict: Verdict }) {
  const t = useTranslations("handovers")
  if (!verdict.allowed) return <Button verdict={verdict}>{t("events.cancel")}</Button>
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("events.cancel")}</summary>
      <p className="text-sm text-ink-soft">{t("acts.cancelLead")}</p>
      <FormShell action={cancel} label={t("events.cancel")} hidden={about} className="space-y-3 py-3">
        <Field name="reason" label={t("acts.cancelReason")} required><TextArea rows={2} maxLength={1000} /></Field>
        <Submit variant="plain">{t("events.cancel")}</Submit>
      </FormShell>
    </details>
  )
}

function Decline({ about }: { about: About }) {
  const t = useTranslations("handovers")
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("events.decline")}</summary>
      <p className="text-sm text-ink-soft">{t("acts.declineLead")}</p>
      <FormShell action={decline} label={t("events.decline")} hidden={about} className="space-y-3 py-3">
        <Field name="reason" label={t("acts.declineReason")} required><TextArea rows={2} maxLength={1000} /></Field>
        <Submit variant="plain">{t("events.decline")}</Submit>
      </FormShell>
    </details>
  )
}
