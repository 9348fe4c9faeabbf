import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { CloseAccount } from "@/components/access/close-account"
import { FactorRemoval } from "@/components/access/factor-removal"
import { Roles } from "@/components/access/roles"
import { TokensTable } from "@/components/access/tokens-table"
import { Sessions } from "@/components/access/sessions"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { DateText } from "@/components/ui/time"
import { endAll, link, revokeOf } from "@/lib/access/actions/administration"
import { mayAdminister } from "@/lib/access/policy"
import { accountPage } from "@/lib/access/queries/people"
import { listHandovers } from "@/lib/handovers/queries/handovers"
import { textIn } from "@/lib/platform/i18n/text"
import { isId } from "@/lib/platform/ids"
import { requireActor } from "@/lib/platform/session"
import { mayWithdrawRole } from "@/lib/units/policy"

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Query> }

export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ personId }, query, t, locale] = await Promise.all([params, searchParams, getTranslations("access.administration"), getLocale()])
  const account = isId(personId) ? await accountPage(actor, personId) : null
  if (!account || !mayAdminister(actor, account.person).allowed) notFound()
  const { person, grants, sessions, factor, tokens } = account
  const [words, { items: departing }] = [await getTranslations("handovers"), await listHandovers(actor, { person: personId, status: "open", limit: 50 })]
  const name = textIn(locale, { zh: person.nameZh, en: person.nameEn })
  const units = (actor.units ?? []).map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))
  const verdict = mayWithdrawRole(actor, { unitId: person.unitId, personId: person.id })
  return (
    <Drawn>
      <PageHead
        crumbs={[{ label: t("title"), href: "/administration" }]}
        title={name}
        status={<Status tone={person.active ? "good" : "neutral"}>{t(person.active ? "open" : "closed")}</Status>}
        actions={<ButtonLink href={`/units/${person.unitId}/people/${person.id}`}>{words("page.answers")}</ButtonLink>}
        lead={`${person.email} · ${units.find((unit) => unit.value === person.unitId)?.label ?? ""}`}
      />
      {departing.map((row) => (
        <Notice key={row.id} kind="warning" title={words("page.departing")}>
          <p className="pb-3">{words.rich("page.departingText", { number: row.number, day: () => <DateText day={row.leavesOn} /> })}</p>
          <ButtonLink href={`/handovers/${row.id}`}>{words("page.openHandover")}</ButtonLink>
        </Notice>
      ))}
      <Section title={t("roles")} lead={t("rolesLead")}>
        <Roles personId={person.id} homeUnitId={person.unitId} grants={grants} units={units} refusal={verdict.allowed ? null : verdict.refusal} needs={account.needs.filter(({ byDefault }) => byDefault === null)} />
      </Section>
      {person.active && (
        <Section title={t("reset")} lead={t("resetLead")}>
          <FormShell action={link} hidden={{ personId: person.id }} label={t("makeLink")}>
            <Submit variant="plain">{t("makeLink")}</Submit>
          </FormShell>
        </Section>
      )}
      <Section title={t("sessions")}>
        {sessions.length === 0 ? <Empty title={t("noSessions")} /> : <Sessions sessions={sessions} own={false} />}
        <FormShell action={endAll} hidden={{ personId: person.id }} label={t("endSessions")}>
          <Submit variant="plain" disabled={sessions.length === 0}>{t("endSessions")}</Submit>
        </FormShell>
      </Section>
      <Section title={t("tokens")} lead={t("tokensLead")}>
        <FormShell action={revokeOf} hidden={{ personId: person.id }} label={t("tokens")} className="space-y-0">
          <TokensTable tokens={tokens} empty={<Empty title={t("noTokens")} />} />
        </FormShell>
      </Section>
      <FactorRemoval personId={person.id} factor={factor} actor={actor} />
      {person.active && person.id !== actor.personId && (
        <CloseAccount person={{ id: person.id, version: person.version, name }} confirming={first(query.confirm) === "close"} needs={account.needs} />
      )}
    </Drawn>
  )
}
