import { useTranslations } from "next-intl"
import { Section } from "@/components/ui/section"
import { DateText } from "@/components/ui/time"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { Note } from "./note"
import { PersonName } from "./person"

/** Plans, later dates that were asked for, and what was reported as implemented. */
export function RemediationNotes({ record, names }: Pick<DeficiencyView, "record" | "names">) {
  const t = useTranslations("deficiencies")
  const granted = (value: boolean | null) => t(value === null ? "page.extensionOpen" : value ? "page.extensionGranted" : "page.extensionRefused")
  return (
    <>
      {record.plans.length > 0 && (
        <Section title={t("page.plan")}>
          <ul className="text-sm">
            {record.plans.map((plan) => (
              <Note key={plan.id} names={names} what={<><PersonName names={names} id={plan.remediatorPersonId} /> · {t("columns.due")} <DateText day={plan.dueOn} /></>} by={plan.agreedBy} at={plan.agreedAt}>{plan.actions}</Note>
            ))}
            {record.extensions.map((one) => (
              <Note key={one.id} names={names} what={<>{t("page.extensionAsked", { day: one.dueOn.toISOString().slice(0, 10) })} · {granted(one.granted)}</>} by={one.requestedBy} at={one.requestedAt}>
                {one.reason}{one.decisionNote && `\n${one.decisionNote}`}
              </Note>
            ))}
          </ul>
        </Section>
      )}
      {record.implementations.length > 0 && (
        <Section title={t("page.implementation")}>
          <ul className="text-sm">
            {record.implementations.map((one) => (
              <Note key={one.id} names={names} what={<><DateText day={one.implementedOn} /> · {t(`page.outcomes.${one.outcome ?? "reported"}`)}</>} by={one.reportedBy} at={one.reportedAt}>
                {one.note}
                {one.decidedAt && <p className="text-ink-soft">{t("page.decidedBy")} <PersonName names={names} id={one.decidedBy} /> · <DateText day={one.decidedAt} form="short" /> {one.decisionNote}</p>}
              </Note>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
