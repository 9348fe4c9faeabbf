import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { type ReactNode } from "react"
import { Drawn } from "@/components/ui/drawn"
import { AccountForm } from "@/components/scoping/account-form"
import { MeasureForm } from "@/components/scoping/measure-form"
import { ProviderForm } from "@/components/scoping/provider-form"
import { RemoveForm } from "@/components/scoping/remove-form"
import { RiskForm } from "@/components/scoping/risk-form"
import { UnitsForm } from "@/components/scoping/units-form"
import { first, type Query } from "@/components/ui/address"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { requireActor } from "@/lib/platform/session"
import { scopePage, type ScopeView } from "@/lib/scoping/queries/page"
import { eventsOf } from "@/lib/scoping/rules/lifecycle"

type Address = { params: Promise<{ id: string; part: string }>; searchParams: Promise<Query> }

/** The form of one part of a draft: materiality, units, or an account, fraud risk or provider (`?item=`, without it a new one). */
export default async function ScopePartPage({ params, searchParams }: Address) {
  const actor = await requireActor()
  const [{ id, part }, query, t] = [await params, await searchParams, await getTranslations("scoping")]
  const view = await scopePage(actor, id)
  const shown = view && shownOf(view, part, first(query.item))
  if (!view || !shown || !view.isWhole) notFound()
  const { scope, scoping } = view
  return (
    <Drawn>
      <PageHead title={t(`${shown.space}.title`)} crumbs={[{ label: t("title"), href: "/scoping" }, { label: t("ofYear", { year: String(scope.year) }), href: `/scoping/${id}` }]} />
      <div className="space-y-6 pt-2">
        {!scoping.allowed ? <Button verdict={scoping}>{t("change")}</Button>
          : !eventsOf(scope.status).includes("change") ? <Notice kind="warning">{t("refusals.wrongState")}</Notice>
          : <>{shown.form}{shown.remove}</>}
      </div>
    </Drawn>
  )
}

function shownOf(view: ScopeView, part: string, item: string | undefined): { space: string; form: ReactNode; remove?: ReactNode } | null {
  const { accounts, risks, providers } = view.parts
  const about = { scopeId: view.scope.id, version: view.scope.version }
  const [account, risk, provider] = [accounts.find(({ id }) => id === item), risks.find(({ id }) => id === item), providers.find(({ id }) => id === item)]
  const removal = (kind: "account" | "risk" | "provider") => item && <RemoveForm {...about} part={kind} partId={item} />
  if (item && !account && !risk && !provider) return null
  switch (part) {
    case "materiality": return { space: "materiality", form: <MeasureForm view={view} /> }
    case "units": return { space: "units", form: <UnitsForm view={view} /> }
    case "account": return { space: "accounts", form: <AccountForm view={view} account={account} />, remove: removal("account") }
    case "risk": return { space: "risks", form: <RiskForm view={view} risk={risk} />, remove: removal("risk") }
    case "provider": return { space: "providers", form: <ProviderForm view={view} provider={provider} />, remove: removal("provider") }
    default: return null
  }
}
