import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/link"
import type { FieldError, Refusal, Verdict } from "@/lib/platform/refusal"
import { mayPublish, mayReturn, mayKeepHandbook, type JudgedEdition } from "@/lib/handbook/policy"
import type { Actor } from "@/lib/platform/actor"
import { eventsOf } from "@/lib/handbook/rules/edition"
import { DiscardForm, PublishForm, ReturnForm, SubmitForm } from "./edition-forms"

type Props = { actor: Actor; judged: JudgedEdition; edition: { id: string; number: string; version: number; status: string }; before: string | undefined; suggested: string; confirming: boolean; faults: readonly FieldError[] }

/** What may be done with an edition in its present state, each with its reason where it may not. */
export function EditionWork({ actor, judged, edition, before, suggested, confirming, faults }: Props) {
  const t = useTranslations("handbook.edition")
  const events = eventsOf(edition.status)
  const form = (verdict: Verdict) => ({ id: edition.id, number: edition.number, version: edition.version, refusal: refusalOf(verdict) })
  const keeps = mayKeepHandbook(actor, judged.companyId)
  return (
    <div className="space-y-6 pt-6">
      <div className="flex flex-wrap items-start gap-3">
        {events.includes("submit-for-review") && <SubmitForm {...form(keeps)} />}
        {events.includes("discard") && keeps.allowed && <ButtonLink href={`/handbook/imports/new?draft=${edition.id}`}>{t("importInto")}</ButtonLink>}
        {events.includes("discard") && !confirming && <DiscardForm {...form(keeps)} asked={false} />}
      </div>
      {events.includes("discard") && confirming && <DiscardForm {...form(keeps)} asked />}
      {events.includes("return") && <PublishForm {...form(mayPublish(actor, judged))} before={before} suggested={suggested} faults={faults} />}
      {events.includes("return") && <ReturnForm {...form(mayReturn(actor, judged))} />}
    </div>
  )
}

function refusalOf(verdict: Verdict): Refusal | null {
  return verdict.allowed ? null : verdict.refusal
}
