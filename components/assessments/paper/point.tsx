import { useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { DateText, PeriodText } from "@/components/ui/time"
import type { Desk } from "@/lib/assessments/queries/desk"
import { PersonName } from "../person"

/** Who and when: the head of the paper as a list. */
export function PaperFacts({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments")
  const common = useTranslations("common")
  const lent = useTranslations("borrowings")
  const { paper, names, unit, due } = desk
  const person = (id: string | null) => <PersonName names={names} id={id} />
  return (
    <Facts facts={[
      { label: t("unit"), value: <>{unit.code} <Text text={unit.name} /></> },
      { label: t("paper.quarter"), value: <PeriodText period={paper.quarter} /> },
      { label: t("paper.round"), value: paper.round },
      { label: t("owner"), value: person(paper.ownerPersonId) },
      { label: t("tester"), value: <>{person(paper.testerPersonId)}{desk.lentUntil && <span className="block text-ink-soft">{lent("until")} <DateText day={desk.lentUntil} /></span>}</> },
      { label: t("reviewer"), value: person(paper.reviewerPersonId) },
      { label: t("lines.frequency"), value: common(`frequencies.${paper.frequency}`) },
      { label: t("paper.nature"), value: common(`natures.${paper.nature}`) },
      { label: t("assign.risk"), value: paper.highRisk ? t("assign.high") : t("assign.normal") },
      ...(due.due ? [] : [{ label: t("status.not-due"), value: <>{t("lines.runsIn")} <PeriodText period={due.runs} /></> }]),
    ]} />
  )
}

/** The control point as the frozen edition words it. */
export function PointPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const { point } = desk
  if (!point) return null
  const description = { zh: point.descriptionZh, en: point.descriptionEn }
  return (
    <Section title={t("point")}>
      <p className="max-w-prose"><Text text={description} marked /></p>
      {point.texts.length > 0 && <Facts facts={point.texts.map((one) => ({ label: t(`texts.${one.key}`), value: <Text text={one.text} marked />, wide: true }))} />}
    </Section>
  )
}
