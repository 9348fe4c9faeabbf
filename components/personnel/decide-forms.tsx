import { useFormatter, useLocale, useTranslations } from "next-intl"
import { InterimField } from "@/components/handovers/interim-field"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { carryOut, dismiss, join } from "@/lib/personnel/actions"
import { mayDecideChange } from "@/lib/personnel/policy"
import type { changePage } from "@/lib/personnel/queries/changes"
import { isAgreed, isWaiting } from "@/lib/personnel/rules/lifecycle"
import type { Actor } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { grantable } from "@/lib/units/schema"

type Page = NonNullable<Awaited<ReturnType<typeof changePage>>>

/**
 * What an administrator decides: to carry it out with a place and a role, or to dismiss it. A joiner's form stays after it is
 * done, without its fields, for its answer holds the one-time link.
 */
export function DecideForms({ actor, page }: { actor: Actor; page: Page }) {
  const [t, roles, locale, format] = [useTranslations("personnel.form"), useTranslations("common.roles"), useLocale(), useFormatter()]
  const { change, unitId } = page
  const [waiting, later] = [isWaiting(change.status), change.kind === "mover" && change.on !== null && change.on > page.day]
  const day = change.on ? format.dateTime(dateOf(change.on), "day", { timeZone: "UTC" }) : ""
  const verdict = mayDecideChange(actor, change)
  const hidden = { id: change.id, version: change.version }
  const named = (rows: readonly { id: string; nameZh: string; nameEn: string }[]) => rows.map((row) => ({ value: row.id, label: textIn(locale, { zh: row.nameZh, en: row.nameEn }) }))
  return (
    <>
      <FormShell action={change.kind === "joiner" ? join : carryOut} hidden={change.kind === "leaver" ? hidden : { ...hidden, unitId }} label={t(change.kind)} className="pt-5">
        {waiting && <Section title={later ? t("moverLater", { day }) : t(change.kind)} lead={later ? t("moverLaterLead", { day }) : t(`${change.kind}Lead`)}>
          {change.kind !== "leaver" && (
            <>
              <Field name="departmentId" label={t("department")}><Select none={t("none")} options={named(page.departments)} defaultValue={change.departmentId ?? undefined} /></Field>
              <Field name="positionId" label={t("position")}><Select none={t("none")} options={named(page.positions)} defaultValue={change.positionId ?? undefined} /></Field>
            </>
          )}
          {change.kind === "joiner" && (
            <>
              <Field name="role" label={t("role")}><Select none={t("roleNone")} options={grantable.map((role) => ({ value: role, label: roles(role) }))} /></Field>
              <Field name="until" label={t("until")}><DateInput /></Field>
            </>
          )}
          {change.kind !== "joiner" && <InterimField needs={page.needs} />}
          <Submit variant={change.kind === "leaver" ? "final" : "primary"} verdict={verdict}>{later ? t("moverLater", { day }) : t(change.kind)}</Submit>
        </Section>}
      </FormShell>
      {(waiting || isAgreed(change.status)) && verdict.allowed && (
        <Section title={t("dismiss")} lead={t(waiting ? "dismissLead" : "dismissAgreedLead")}>
          <FormShell action={dismiss} hidden={hidden} label={t("dismiss")} className="max-w-xl space-y-3">
            <Reason />
            <Submit variant="plain">{t("dismiss")}</Submit>
          </FormShell>
        </Section>
      )}
    </>
  )
}

function Reason() {
  const t = useTranslations("personnel")
  return <Field name="reason" label={t("reason")} required><TextArea rows={2} /></Field>
}
