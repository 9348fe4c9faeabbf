import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Section } from "@/components/ui/section"
import { PeriodText, Time } from "@/components/ui/time"
import { conformityAction, designAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { PersonName } from "../person"
import { Act, tests } from "./act"

const parts = {
  design: { event: "record-design", action: designAction, results: ["effective", "ineffective", "no-change"] },
  conformity: { event: "record-conformity", action: conformityAction, results: ["same", "different", "better", "no-change"] },
} as const

/** The design part or the conformity part: what was found, and the form to record it. */
export function WalkthroughPart({ desk, part }: { desk: Desk; part: "design" | "conformity" }) {
  const t = useTranslations("assessments")
  const { event, action, results } = parts[part]
  const recorded = desk.present[part]
  const quarters = desk.rest[part]
  const choices = results.filter((result) => result !== "no-change" || quarters.length > 0)
  return (
    <Section title={t(`paper.${part}`)} lead={t(`paper.${part}Lead`)}>
      {recorded ? (
        <div className="max-w-prose space-y-1 border-l-2 border-ink pl-4">
          <p className="font-medium">{t(`${part}.${recorded.result}`)}{recorded.since && <> {t.rich("paper.since", { quarter: () => <PeriodText period={recorded.since ?? ""} /> })}</>}</p>
          <p className="whitespace-pre-line">{recorded.note}</p>
          <p className="text-sm text-ink-soft"><PersonName names={desk.names} id={recorded.recordedBy} /> · <Time at={recorded.at} /></p>
        </div>
      ) : <p className="text-ink-soft">{t("paper.notRecorded")}</p>}
      {tests(desk, event) && (
        <Act desk={desk} event={event} action={action} folded={recorded !== null}>
          <Field name="result" label={t("paper.result")} group required>
            <RadioGroup choices={choices.map((value) => ({ value, label: t(`${part}.${value}`), hint: t.has(`${part}Hints.${value}`) ? t(`${part}Hints.${value}`) : undefined }))} />
          </Field>
          {quarters.length > 0 && (
            <Field name="since" label={t("paper.sinceQuarter")}><QuarterSelect none={t("paper.choose")} quarters={quarters} /></Field>
          )}
          <Field name="note" label={t("paper.basis")} hint={t("paper.basisHint")} required><TextArea rows={3} /></Field>
        </Act>
      )}
    </Section>
  )
}
