import { useLocale, useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { PeriodText } from "@/components/ui/time"
import type { OwnPapers } from "@/lib/assessments/queries/mine"
import type { WaitingEdition } from "@/lib/handbook/queries/waiting"
import { textIn } from "@/lib/platform/i18n/text"

type Props = {
  personId: string | null
  papers: readonly OwnPapers[]
  /** Open deficiencies that the person owns. */
  deficiencies: number
  /** Statements that wait for the person's signature. */
  statements: readonly { id: string; number: string; quarter: string }[]
  /** Editions of the handbook to review, or returned to the person. */
  editions: readonly WaitingEdition[]
  /** Change requests to answer and to judge. */
  requests: { toAnswer: number; toJudge: number }
}

/** What else waits for a person beside evidence: papers, deficiencies, signatures and the handbook, each number leading to it. */
export function OwnWork({ personId, papers, deficiencies, statements, editions, requests }: Props) {
  const t = useTranslations("navigation.own")
  const locale = useLocale()
  return (
    <Figures>
      {papers.flatMap(({ assessmentId, unit, quarter, toTest, toReview }) => {
        const note = <>{textIn(locale, unit)} · <PeriodText period={quarter} /></>
        const href = `/assessments/${assessmentId}`
        return [
          toTest > 0 && <Figure key={`${assessmentId} test`} label={t("toTest")} value={toTest} href={`${href}?tester=${personId}`} note={note} />,
          toReview > 0 && <Figure key={`${assessmentId} review`} label={t("toReview")} value={toReview} href={`${href}?standing=concluded`} note={note} />,
        ]
      })}
      {deficiencies > 0 && <Figure label={t("deficiencies")} value={deficiencies} href="/deficiencies?owner=me&status=open" />}
      {statements.map(({ id, number, quarter }) => (
        <Figure key={id} label={t("toSign")} value={1} href={`/statements/${id}`} note={<>{number} · <PeriodText period={quarter} /></>} />
      ))}
      {editions.map(({ id, number, toReview }) => <Figure key={id} label={t(toReview ? "editions" : "returned")} value={1} href={`/handbook/editions/${id}`} note={number} />)}
      {requests.toAnswer > 0 && <Figure label={t("toAnswer")} value={requests.toAnswer} href="/change-requests?status=asked" />}
      {requests.toJudge > 0 && <Figure label={t("toJudge")} value={requests.toJudge} href="/change-requests" />}
    </Figures>
  )
}
