import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import { waive } from "@/lib/handbook/actions"
import type { EditionPage } from "@/lib/handbook/queries/edition-page"
import { faultId, faultKey } from "@/lib/handbook/rules/faults"
import { textIn } from "@/lib/platform/i18n/text"

type Props = Pick<EditionPage, "faults" | "faultAt" | "waivers" | "names"> & { form: { id: string; version: number } | null }

/** What keeps an edition from being published, each to be mended or let pass with a reason; and what was let pass. */
export function FaultList({ faults, faultAt, waivers, names, form }: Props) {
  const [t, all] = [useTranslations("handbook.edition"), useTranslations()]
  return (
    <>
      {faults.length === 0 ? <Notice kind="success" title={waivers.length > 0 ? t("waivedFaults") : t("noFaults")} /> : (
        <Notice kind="warning" title={t("faults")}>
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={faultKey(fault)} id={faultId(fault.path)} className="scroll-mt-4">
                {all(fault.message, fault.params)} <Link href={faultAt(fault.path)} className="inline-block min-h-6">{t("mend", { code: fault.path })}</Link>
                {form && <WaiveForm {...form} fault={faultKey(fault)} />}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {waivers.length > 0 && (
        <div className="pt-3 text-sm">
          <h3 className="font-medium">{t("waived")}</h3>
          <WaivedFaults waivers={waivers} names={names} />
        </div>
      )}
    </>
  )
}

/** What was let pass in an edition: what, by whom, when and why. */
export function WaivedFaults({ waivers, names }: Pick<Props, "waivers" | "names">) {
  const [t, all, locale] = [useTranslations("handbook.edition"), useTranslations(), useLocale()]
  const who = (id: string | null) => textIn(locale, names.get(id ?? "") ?? { zh: t("system"), en: t("system") })
  return (
    <ul className="list-disc pl-5 text-sm">
      {waivers.map(({ id, fault, reason, waivedBy, waivedAt }) => {
        const [rule = "", code, aspect] = fault.split(" ")
        return <li key={id}>{all(`handbook.faults.${rule}`)} {code}{aspect && ` ${all(`common.aspects.${aspect}`)}`} · {who(waivedBy)} · <Time at={waivedAt} />: {reason}</li>
      })}
    </ul>
  )
}

function WaiveForm({ id, version, fault }: { id: string; version: number; fault: string }) {
  const t = useTranslations("handbook.edition")
  return (
    <details className="py-1">
      <summary className="min-h-6 cursor-pointer">{t("waive")}</summary>
      <FormShell action={waive} label={`${t("waive")} ${fault}`} hidden={{ id, version, fault }} className="flex flex-wrap items-end gap-3 py-2">
        <Field name="reason" label={t("waiveReason")} required><Input maxLength={2000} /></Field>
        <Submit variant="plain">{t("waive")}</Submit>
      </FormShell>
    </details>
  )
}
