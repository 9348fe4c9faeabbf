import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import { concludeAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { conclusions } from "@/lib/assessments/rules/conclusion"
import { titlesOf } from "@/lib/deficiencies/rules/titles"
import { PersonName } from "../person"
import { ConclusionStatus } from "../standing"
import { Act, tests } from "./act"

/** What the paper says in the end, each conclusion that was drawn, and the deficiency that it raised. */
export function ConclusionPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments")
  const { paper, deficiencies, point } = desk
  return (
    <Section title={t("paper.conclusion")}>
      {paper.conclusions.map((one) => (
        <div key={one.id} className="max-w-prose space-y-1 border-l-2 border-ink pl-4">
          <p><ConclusionStatus conclusion={one.conclusion} /></p>
          <p className="whitespace-pre-line">{one.note}</p>
          <p className="text-sm text-ink-soft">{t("paper.inRound", { round: one.round })} · <PersonName names={desk.names} id={one.concludedBy} /> · <Time at={one.at} /></p>
        </div>
      ))}
      {deficiencies.length > 0 && (
        <Notice kind="warning" title={t("paper.deficiencies")}>
          <ul>{deficiencies.map((one) => <li key={one.id}><Link href={`/deficiencies/${one.id}`}>{one.number}</Link> <Text text={titlesOf(one.title, point ? { zh: point.titleZh, en: point.titleEn } : undefined)} /></li>)}</ul>
        </Notice>
      )}
      {tests(desk, "conclude") && (
        <Act desk={desk} event="conclude" action={concludeAction}>
          <p className="text-sm">{t(`findings.${foundOf(desk)}`)}</p>
          <Field name="conclusion" label={t("lines.conclusion")} group required>
            <RadioGroup choices={conclusions.map((value) => ({ value, label: t(`conclusions.${value}`), hint: t(`conclusionHints.${value}`) }))} />
          </Field>
          <Field name="note" label={t("paper.grounds")} hint={t("paper.groundsHint")} required><TextArea rows={3} /></Field>
        </Act>
      )}
      {paper.conclusions.length === 0 && !tests(desk, "conclude") && <p className="text-ink-soft">{t("paper.notRecorded")}</p>}
    </Section>
  )
}

function foundOf({ present, finding }: Desk) {
  if (present.design?.result === "ineffective") return "design"
  return present.population?.size === 0 ? "empty" : finding
}
