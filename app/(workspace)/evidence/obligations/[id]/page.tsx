import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AbsentForm } from "@/components/evidence/absent-form"
import { LogForm } from "@/components/evidence/log-form"
import { PointGlance } from "@/components/evidence/point-glance"
import { ObligationStatusText, UseStatus } from "@/components/evidence/status"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RefusalText } from "@/components/ui/refusal-text"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { PeriodText, Time } from "@/components/ui/time"
import { ActingFor } from "@/components/units/acting-for"
import { actsFor, maySubmit } from "@/lib/evidence/policy"
import { obligationOf, type ObligationView } from "@/lib/evidence/queries/obligation"
import { isLocale } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { newId } from "@/lib/platform/ids"
import { keptForm } from "@/lib/platform/kept-forms"
import { requireActor } from "@/lib/platform/session"
import { actingFor } from "@/lib/units/queries/deputies"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One obligation: the point in one glance, the form, and what was logged before. */
export default async function ObligationPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const view = await obligationOf(actor, (await params).id)
  if (!view) notFound()
  const [t, locale, query] = [await getTranslations("evidence"), await getLocale(), await searchParams]
  const { obligation, answering, ownerName } = view
  const kept = keptForm(actor.personId, first(query.kept))
  const verdict = maySubmit({ ...actor, language: isLocale(locale) ? locale : actor.language }, { unitId: obligation.unitId, code: obligation.code, answering, ownerName })
  const keys = { log: newId(), absent: newId() }
  return (
    <Drawn>
      <PageHead
        title={<Text text={obligation.title} marked />}
        code={obligation.code}
        status={<span className="inline-flex flex-wrap gap-x-4"><PeriodText period={obligation.period} /><ObligationStatusText status={obligation.status} /></span>}
        crumbs={[{ label: t("list.title"), href: "/evidence" }, { label: `${obligation.node} ${textIn(locale, obligation.nodeTitle)}`, href: `/evidence?node=${obligation.node}&period=${obligation.quarter}` }]}
      />
      <PointGlance view={view} />
      <ActingFor principals={await actingFor(actor, obligation.unitId, actsFor(actor.personId, answering))} />
      {view.uses.length > 0 && <Logged view={view} title={t("obligation.logged")} />}
      {!verdict.allowed ? (
        <div className="pt-6"><Notice kind="info"><RefusalText refusal={verdict.refusal} /></Notice></div>
      ) : view.blocked ? (
        <div className="pt-6"><Notice kind="info">{t(`obligation.${view.blocked}`)}</Notice></div>
      ) : (
        <Section title={t(view.uses.length > 0 ? "obligation.logAnother" : obligation.kind === "register" ? "obligation.logRegister" : "obligation.log")} id="log">
          <LogForm view={view} sendKey={keys.log} kept={kept?.values.occurred === "no" ? null : kept} />
          <AbsentForm obligationId={obligation.id} sendKey={keys.absent} kept={kept?.values.occurred === "no" ? kept : null} />
        </Section>
      )}
    </Drawn>
  )
}

async function Logged({ view, title }: { view: ObligationView; title: string }) {
  const t = await getTranslations("evidence")
  return (
    <Section title={title}>
      <Table
        caption={t("obligation.table")}
        captionHidden
        rows={view.uses}
        rowKey={(use) => use.id}
        columns={[
          { key: "record", header: t("columns.record"), rowHeader: true, cell: (use) => <Link href={`/evidence/records/${use.recordId}`}>{use.number}</Link> },
          { key: "version", header: t("record.current"), cell: (use) => t("record.version", { version: use.version }) },
          { key: "status", header: t("columns.status"), cell: (use) => <UseStatus status={use.status} late={use.late} /> },
          { key: "who", header: t("columns.submitted"), cell: (use) => <>{use.submitter && <Text text={use.submitter} />} <Time at={use.submittedAt} /></> },
        ]}
      />
    </Section>
  )
}
