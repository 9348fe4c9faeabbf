import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { EventWords } from "@/components/audit/event"
import { CorrectForm } from "@/components/evidence/correct-form"
import { FileList } from "@/components/evidence/file-list"
import { ReviewForms } from "@/components/evidence/review-forms"
import { Uses } from "@/components/evidence/uses"
import { VersionFacts } from "@/components/evidence/version-facts"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { Timeline } from "@/components/ui/timeline"
import { nameIn } from "@/lib/audit/queries"
import { mayCorrect } from "@/lib/evidence/policy"
import { recordOf } from "@/lib/evidence/queries/record"
import { isWaiting } from "@/lib/evidence/rules/status"
import { today } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { keptForm } from "@/lib/platform/kept-forms"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One record: its present version, the review of each use, earlier versions, and everything that happened to it. */
export default async function RecordPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const record = await recordOf(actor, (await params).id)
  const newest = record?.versions[0]
  if (!record || !newest) notFound()
  const [t, query] = [await getTranslations("evidence"), await searchParams]
  const [lead] = newest.uses
  const kept = keptForm(actor.personId, first(query.kept))
  // The address is kept and sent on: once somebody reviewed or corrected it, that it waits is no longer true.
  const isJustLogged = query.logged !== undefined && record.versions.length === 1 && isWaiting(newest.uses)
  const correction = mayCorrect(actor, newest.uses)
  return (
    <Drawn>
      <PageHead
        title={lead?.point ? <Text text={lead.point.title} marked /> : record.number}
        code={record.number}
        status={t("record.version", { version: newest.version })}
        crumbs={[{ label: t("list.title"), href: "/evidence" }, ...(lead ? [{ label: lead.point?.code, href: `/evidence/obligations/${lead.obligation.id}` }] : [])]}
      />
      {isJustLogged && <div className="pt-4"><Notice kind="success">{t("record.logged", { number: record.number })}</Notice></div>}
      <div className="grid grid-cols-1 gap-x-12 lg:grid-cols-2">
        <Section title={t("record.files")}><FileList recordId={record.id} files={newest.files} /></Section>
        <Section title={t("record.uses")}><Uses uses={newest.uses} /></Section>
      </div>
      <Section title={t("record.current")}><VersionFacts version={newest} /></Section>
      <ReviewForms actor={actor} version={newest} />
      {correction.possible && (
        <CorrectForm record={record} newest={newest} today={today(new Date())} people={record.people} sendKey={newId()} kept={kept} open={correction.wanted} />
      )}
      {record.versions.length > 1 && (
        <Section title={t("record.older")}>
          {record.versions.slice(1).map((version) => (
            <details key={version.id} className="border-y border-hairline py-2">
              <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("record.version", { version: version.version })}</summary>
              <div className="space-y-4 py-3">
                <VersionFacts version={version} />
                <FileList recordId={record.id} files={version.files} />
                <Uses uses={version.uses} />
              </div>
            </details>
          ))}
        </Section>
      )}
      {record.history.length > 0 && (
        <Section title={t("record.history")}>
          <Timeline
            label={t("record.history")}
            events={record.history.map((event) => ({ id: event.id, at: new Date(event.at), who: <Text text={nameIn(event)} />, what: <EventWords event={event} />, why: event.why }))}
          />
        </Section>
      )}
    </Drawn>
  )
}
