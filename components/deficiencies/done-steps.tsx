import { useLocale, useTranslations } from "next-intl"
import { Section } from "@/components/ui/section"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { textIn } from "@/lib/platform/i18n/text"
import { GradingNotes } from "./gradings"
import { Note } from "./note"
import { RemediationNotes } from "./remediation"
import { Retests } from "./retests"

/** Every step of its life so far, each with who, when and why. */
export function DoneSteps({ view }: { view: DeficiencyView }) {
  const t = useTranslations("deficiencies.page")
  const { record, names } = view
  const locale = useLocale()
  const nameOf = (id: string) => {
    const known = names.get(id)
    return known ? textIn(locale, known) : ""
  }
  return (
    <>
      {record.confirmations.length > 0 && (
        <Section title={t("confirmation")}>
          <ul className="text-sm">{record.confirmations.map((one) => <Note key={one.id} names={names} what={t(`outcomes.${one.outcome}`)} by={one.by} at={one.at}>{one.reason}{one.actedFor && <p className="text-ink-soft">{t("actedFor", { name: nameOf(one.actedFor) })}</p>}</Note>)}</ul>
        </Section>
      )}
      <GradingNotes record={record} names={names} />
      <RemediationNotes record={record} names={names} />
      <Retests view={view} />
      {record.closures.length > 0 && (
        <Section title={t("closure")}>
          <ul className="text-sm">{record.closures.map((one) => <Note key={one.id} names={names} what={t(`closureKinds.${one.kind}`)} by={one.by} at={one.at}>{one.reason}</Note>)}</ul>
        </Section>
      )}
    </>
  )
}
