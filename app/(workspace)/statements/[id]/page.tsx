import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { EventWords } from "@/components/audit/event"
import { Drawn } from "@/components/ui/drawn"
import { BeforeSigning } from "@/components/statements/before-signing"
import { CountersignForm, EndForm, SignForm } from "@/components/statements/forms"
import { factAddress } from "@/components/statements/fact-address"
import { StatementPaper } from "@/components/statements/paper"
import { Signatures } from "@/components/statements/signatures"
import { StatementStatus } from "@/components/statements/status"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import { Timeline } from "@/components/ui/timeline"
import { waysToProve } from "@/lib/access/queries/proof"
import { nameIn } from "@/lib/audit/queries"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import { isId } from "@/lib/platform/ids"
import { possibleEvents } from "@/lib/platform/lifecycle"
import { proofOfBrowser } from "@/lib/platform/proof-cookie"
import { requireActor } from "@/lib/platform/session"
import { mayCountersign, mayPrepare, mayRefresh, maySign, mayWithdraw } from "@/lib/statements/policy"
import { statementPage } from "@/lib/statements/queries/page"
import { statementLifecycle } from "@/lib/statements/rules/lifecycle"

export default async function StatementPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = [await requireActor(), await params]
  const shown = isId(id) ? await statementPage(actor, id) : null
  if (!shown) notFound()
  const { statement, changed, previous, risk, history } = shown
  const addressOf = shown.assessmentId === null ? undefined : factAddress({ assessmentId: shown.assessmentId, unitId: statement.unitId })
  const [t, locale] = [await getTranslations("statements"), await getLocale()]
  const [words, roles] = [wordsIn(statement.language, "statements.document"), wordsIn(statement.language, "common.roles")]
  const can = possibleEvents(statementLifecycle, statement.status)
  const inside = actor.audience.includes("operating")
  const signing = inside && (can.includes("sign") || can.includes("countersign"))
  const prove = signing && { ways: await waysToProve(actor, await proofOfBrowser()), here: `/statements/${statement.id}` }
  const signatures = (["sign", "countersign"] as const).map((kind) => {
    const given = statement.signatures.find((signature) => signature.kind === kind)
    const time = given && new Intl.DateTimeFormat(statement.language, { dateStyle: "long", timeStyle: "short", timeZone: statement.timeZone }).format(given.signedAt)
    return { kind, title: words(kind), person: given?.personName ?? "", role: given ? roles(given.role) : "", time: time ?? "" }
  })
  return (
    <Drawn>
      <PageHead
        title={t("document.title")}
        code={statement.number}
        status={<StatementStatus status={statement.status} />}
        lead={<><Text text={statement.unitName} /> · <PeriodText period={statement.quarter} /></>}
        crumbs={inside ? [{ label: t("title"), href: `/statements?year=${statement.quarter.slice(0, 4)}` }] : [{ label: t("room"), href: "/releases" }]}
      />
      {statement.endReason && (
        <Notice kind="warning" title={t(`status.${statement.status}`)}>
          <p>{statement.endReason}</p>
          {inside && mayPrepare(actor, statement).allowed && (
            <p className="pt-2"><ButtonLink href={`/statements/new?unit=${statement.unitId}&quarter=${statement.quarter}`}>{t("page.successor")}</ButtonLink></p>
          )}
        </Notice>
      )}
      {can.includes("sign") && (
        <BeforeSigning statement={statement} changed={changed} previous={previous?.facts ?? null} risk={risk} mayRefresh={mayRefresh(actor, statement)} addressOf={addressOf} />
      )}
      <Section title={t("page.document")}>
        <StatementPaper statement={statement} words={words} signatures={signatures} unsigned={words("unsigned")} seal={words("seal")} addressOf={addressOf} />
      </Section>
      {prove && can.includes("sign") && (
        <Section title={t("page.signatures")}>
          <SignForm statement={statement} factsHash={statement.factsHash} unfinished={statement.facts.unfinished.length} verdict={maySign(actor, statement)} prove={prove} />
        </Section>
      )}
      {statement.signatures.length > 0 && <Section title={t("page.signatures")}><Signatures statement={statement} /></Section>}
      {prove && can.includes("countersign") && <div className="pt-8"><CountersignForm statement={statement} verdict={mayCountersign(actor, statement)} prove={prove} /></div>}
      {inside && can.length > 0 && (
        <Section title={t("page.otherActs")}>
          {can.includes("refuse") && <EndForm statement={statement} event="refuse" verdict={maySign(actor, statement)} />}
          <EndForm statement={statement} event="withdraw" verdict={mayWithdraw(actor, statement)} />
        </Section>
      )}
      {history.length > 0 && (
        <Section title={t("page.history")}>
          <Timeline
            label={t("page.history")}
            events={history.map((event) => ({ id: event.id, at: new Date(event.at), who: textIn(locale, nameIn(event)), what: <EventWords event={event} />, why: event.why }))}
          />
        </Section>
      )}
    </Drawn>
  )
}
