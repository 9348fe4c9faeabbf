import { useTranslations } from "next-intl"
import { EventWords } from "@/components/audit/event"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import { Timeline } from "@/components/ui/timeline"
import type { Desk } from "@/lib/assessments/queries/desk"
import { ConclusionStatus } from "../standing"

/** What happened to the paper, and the point's earlier papers. */
export function HistoryPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const events = desk.history.map((event) => ({
    id: event.id,
    at: new Date(event.at),
    who: <Text text={{ zh: event.actor.nameZh, en: event.actor.nameEn }} />,
    what: <EventWords event={event} />,
    why: event.why,
  }))
  return (
    <>
      {desk.earlier.length > 0 && (
        <Section title={t("earlier")}>
          <ul className="text-sm">
            {desk.earlier.map((one) => (
              <li key={one.id} className="flex flex-wrap gap-3 border-b border-hairline py-1">
                <Link href={`/assessments/${one.assessmentId}/tests/${one.id}`}><PeriodText period={one.quarter} /></Link>
                <ConclusionStatus conclusion={one.conclusion} />
                <span className="text-ink-soft">{t("earlierSamples", { count: one.samples })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {events.length > 0 && <Section title={t("history")}><Timeline label={t("history")} events={events} /></Section>}
    </>
  )
}
