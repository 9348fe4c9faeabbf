import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { RequestActs } from "@/components/change-requests/forms"
import { RequestStatus } from "@/components/change-requests/request-status"
import { WordingChange } from "@/components/change-requests/wording"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Time } from "@/components/ui/time"
import { Timeline } from "@/components/ui/timeline"
import { mayAnswer, mayJudge } from "@/lib/change-requests/policy"
import { requestPage } from "@/lib/change-requests/queries/requests"
import { subjectOf } from "@/lib/change-requests/queries/subject"
import { eventsOf } from "@/lib/change-requests/rules/lifecycle"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }> }

/** One request: what stands, what is proposed, why, everything that was said, and what may come next. */
export default async function ChangeRequestPage({ params }: Props) {
  const actor = await requireActor()
  const page = await requestPage(actor, (await params).id)
  if (!page) notFound()
  const { request, steps, names } = page
  const [t, locale, subject] = [await getTranslations("change-requests"), await getLocale(), await subjectOf(actor, request.code)]
  const unit = actor.units?.find(({ id }) => id === request.unitId)
  const who = (id: string | null) => textIn(locale, names.get(id ?? "") ?? { zh: t("system"), en: t("system") })
  const words = { field: request.field, labels: subject?.labels ?? null }
  const events = eventsOf(request.status)
  const address = request.pointId ? `/handbook/points/${request.pointId}` : `/handbook/${request.code.split(".").slice(0, 2).join(".")}`
  return (
    <Drawn>
      <PageHead
        code={request.number}
        title={`${request.code} · ${t(`fields.${request.field}`)}`}
        status={<RequestStatus status={request.status} />}
        crumbs={[{ label: t("handbook"), href: "/handbook" }, { label: t("title"), href: "/change-requests" }]}
      />
      <div className="pt-6">
        <Facts
          facts={[
            { label: t("subject"), value: <Link href={address}>{request.code} {subject && textIn(locale, subject.title)}</Link> },
            { label: t("filer"), value: `${who(request.filedBy)}${unit ? ` · ${textIn(locale, unit.name)}` : ""}` },
            { label: t("filedAt"), value: <Time at={request.filedAt} /> },
            { label: t("change"), value: <WordingChange {...words} before={request.present} after={request.proposed} />, wide: true },
            { label: t("form.practice"), value: request.practice, wide: true },
            { label: t("form.reason"), value: request.reason, wide: true },
            ...(request.accepted ? [{ label: t("acceptedWording"), value: <WordingChange {...words} before={request.present} after={request.accepted} />, wide: true }] : []),
            ...(request.draftId ? [{ label: t("inEdition"), value: <Link href={`/handbook/editions/${request.draftId}`}>{t("openEdition")}</Link> }] : []),
          ]}
        />
      </div>
      {events.length > 0 && <RequestActs request={request} subject={subject} events={events} judging={mayJudge(actor, request)} answering={mayAnswer(actor, request)} />}
      {steps.length > 0 && (
        <Section title={t("history")}>
          <Timeline label={t("history")} events={steps.map(({ id, at, by, event, text }) => ({ id, at, who: who(by), what: t(`events.${event}`), why: text || undefined }))} />
        </Section>
      )}
    </Drawn>
  )
}
