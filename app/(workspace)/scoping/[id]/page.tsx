import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { AccountsTable } from "@/components/scoping/accounts-table"
import { MaterialityFacts } from "@/components/scoping/materiality"
import { ProvidersTable } from "@/components/scoping/providers-table"
import { Remarks } from "@/components/scoping/remarks"
import { RisksTable } from "@/components/scoping/risks-table"
import { ScopeStatus } from "@/components/scoping/scope-status"
import { ScopeButtons, ScopeConfirmation } from "@/components/scoping/steps"
import { UnitsTable } from "@/components/scoping/units-table"
import { first, type Query } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Facts } from "@/components/ui/facts"
import { ButtonLink, Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Time } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import { scopePage } from "@/lib/scoping/queries/page"
import { eventsOf } from "@/lib/scoping/rules/lifecycle"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One year's scope: materiality, accounts → processes → units, fraud risks → points, outside providers. */
export default async function ScopePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const locale = await getLocale()
  const view = await scopePage(actor, (await params).id, locale)
  if (!view) notFound()
  const { scope, total, isWhole, names, others, edition } = view
  const [t, format, query] = [await getTranslations("scoping"), await getFormatter(), await searchParams]
  const editable = eventsOf(scope.status).includes("change") && view.scoping.allowed
  const who = (id: string | null) => { const name = names.get(id ?? ""); return name ? textIn(locale, name) : "—" }
  const edit = (part: string, words: string) => editable && <ButtonLink href={`/scoping/${scope.id}/${part}`}>{words}</ButtonLink>
  return (
    <Drawn>
      <PageHead
        title={t("ofYear", { year: String(scope.year) })}
        status={<ScopeStatus status={scope.status} />}
        crumbs={[{ label: t("handbook"), href: "/handbook" }, { label: t("title"), href: "/scoping" }]}
        actions={isWhole && <ScopeButtons view={view} />}
      />
      <div className="space-y-4">
        <ScopeConfirmation view={view} step={first(query.confirm)} />
        {isWhole && <Remarks view={view} />}
        <Facts
          facts={[
            { label: t("drafted"), value: <>{who(scope.draftedBy)} · <Time at={scope.draftedAt} /></> },
            ...(scope.approvedAt ? [{ label: t("approved"), value: <>{who(scope.approvedBy)} · <Time at={scope.approvedAt} /></> }] : []),
            ...(edition ? [{ label: t("edition"), value: edition.number }] : []),
            ...(scope.reason ? [{ label: t("revisedBecause"), value: scope.reason, wide: true }] : []),
            ...(scope.opinion ? [{ label: t("steps.opinion"), value: scope.opinion, wide: true }] : []),
            ...(others.length > 0 ? [{ label: t("others"), value: <ul>{others.map((other) => <li key={other.id}><Link href={`/scoping/${other.id}`}>{t(`status.${other.status}`)} · <Time at={other.draftedAt} /></Link></li>)}</ul> }] : []),
          ]}
        />
      </div>
      <Section title={t("materiality.title")} lead={t("materiality.lead")} actions={edit("materiality", t("materiality.edit"))}>
        {scope.materiality ? <MaterialityFacts materiality={scope.materiality} /> : <Empty title={t("materiality.none")}>{t("materiality.basisHint")}</Empty>}
      </Section>
      {isWhole ? (
        <>
          <Section
            title={t("accounts.title")}
            lead={total ? t("accounts.total", { amount: format.number(total.amount, "whole"), covered: format.number(total.coveredAmount, "whole"), percent: format.number(total.covered) }) : undefined}
            actions={edit("account", t("accounts.add"))}
          >
            <AccountsTable view={view} editable={editable} />
          </Section>
          <Section title={t("units.title")} lead={t("units.lead")} actions={edit("units", t("units.edit"))}><UnitsTable view={view} /></Section>
          <Section title={t("risks.title")} actions={edit("risk", t("risks.add"))}><RisksTable view={view} editable={editable} /></Section>
          <Section title={t("providers.title")} lead={t("providers.lead")} actions={edit("provider", t("providers.add"))}><ProvidersTable view={view} editable={editable} /></Section>
        </>
      ) : <p className="max-w-prose pt-6 text-sm text-ink-soft">{t("plantsSee")}</p>}
    </Drawn>
  )
}
