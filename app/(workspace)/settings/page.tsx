import { getLocale, getTranslations } from "next-intl/server"
import { cookies } from "next/headers"
import { NewPassword } from "@/components/access/new-password"
import { OwnSessions } from "@/components/access/sessions"
import { Tokens } from "@/components/access/tokens"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { LanguageSwitch } from "@/components/workspace/language-switch"
import { ThemeSwitch } from "@/components/workspace/theme-switch"
import { change } from "@/lib/access/actions/account"
import { ownAccount } from "@/lib/access/queries/account"
import type { Actor } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor, sessionId } from "@/lib/platform/session"
import { themeCookie, themeOf } from "@/lib/platform/theme"

export default async function SettingsPage() {
  const actor = await requireActor()
  const [t, account, current, jar] = await Promise.all([getTranslations("access.settings"), ownAccount(actor), sessionId(), cookies()])
  return (
    <Drawn>
      <PageHead title={t("title")} />
      <Section title={t("person")}>
        <Person actor={actor} />
      </Section>
      <Section title={t("language")} lead={t("languageLead")}>
        <div className="flex flex-wrap gap-x-10 gap-y-2">
          <LanguageSwitch label={t("languageKept")} />
          <ThemeSwitch current={themeOf(jar.get(themeCookie)?.value)} />
        </div>
      </Section>
      <Section title={t("password")} lead={t("passwordLead")}>
        <FormShell action={change} label={t("change")} className="max-w-md space-y-5">
          <Field name="currentPassword" label={t("current")} required>
            <Input type="password" autoComplete="current-password" />
          </Field>
          <NewPassword />
          <Submit>{t("change")}</Submit>
        </FormShell>
      </Section>
      <Section title={t("secondFactor")} lead={t("secondFactorLead")}>
        <p className="flex flex-wrap items-center gap-4 text-sm">
          <Status tone={account.strong ? "good" : "neutral"}>{t(account.strong ? "secondFactorOn" : "secondFactorOff")}</Status>
          <Link href="/settings/second-factor">{t("secondFactorOpen")}</Link>
        </p>
      </Section>
      <OwnSessions sessions={account.sessions} current={current} limits={account.limits} />
      <Section title={t("tokens")} lead={t("tokensLead")}>
        <Tokens tokens={account.tokens} />
      </Section>
    </Drawn>
  )
}

async function Person({ actor }: { actor: Actor }) {
  const [t, words, locale] = await Promise.all([getTranslations("access.settings"), getTranslations("common.roles"), getLocale()])
  const roles = (actor.units ?? []).flatMap((unit) => {
    const held = actor.grants.filter((grant) => grant.unitId === unit.id)
    return held.length > 0 ? [t("rolesIn", { unit: textIn(locale, unit.name), roles: held.map((grant) => words(grant.role)).join(", ") })] : []
  })
  return (
    <Facts
      facts={[
        { label: t("name"), value: textIn(locale, actor.name) },
        { label: t("email"), value: actor.email },
        { label: t("roles"), value: roles.length > 0 ? roles.join("\n") : t("noRoles") },
      ]}
    />
  )
}
