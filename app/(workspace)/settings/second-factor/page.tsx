import { getTranslations } from "next-intl/server"
import { Passkeys } from "@/components/access/own-passkeys"
import { App, RecoveryCodes } from "@/components/access/own-second-factor"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { waysToProve } from "@/lib/access/queries/proof"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { proofOfBrowser } from "@/lib/platform/proof-cookie"
import { requireActor } from "@/lib/platform/session"

export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [t, settings, query, factor] = await Promise.all([getTranslations("access.secondFactor"), getTranslations("access.settings"), searchParams, ownSecondFactor(actor)])
  const prove = { ways: await waysToProve(actor, await proofOfBrowser()), here: "/settings/second-factor" }
  const enrolled = first(query.done) === "enrolled" && factor.recoveryCodes === 0
  return (
    <Drawn>
      <PageHead title={t("title")} crumbs={[{ label: settings("title"), href: "/settings" }]} lead={factor.needed ? `${t("needed")} ${t("lead")}` : t("lead")} />
      {enrolled && <Notice kind="success">{t("enrolled")}</Notice>}
      <App factor={factor} prove={prove} />
      <Passkeys passkeys={factor.passkeys} prove={prove} />
      {(factor.code !== null || factor.passkeys.length > 0) && <RecoveryCodes left={factor.recoveryCodes} prove={prove} />}
    </Drawn>
  )
}
