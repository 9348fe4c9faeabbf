import { useLocale, useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { PeriodText } from "@/components/ui/time"
import type { OwnPapers } from "@/lib/assessments/queries/mine"
import { textIn } from "@/lib/platform/i18n/text"

type Props = {
  personId: string | null
  papers: readonly OwnPapers[]
  /** Open deficiencies that the person owns. */
  deficiencies: number
  /** Statements that wait for the person's signature. */
  statements: readonly { id: string; number: string; quarter: string }[]
}

/** What else waits for a person beside evidence: papers, deficiencies and signatures, each number leading to it. */
export function OwnWork({ personId, papers, deficiencies, statements }: Props) {
  const t = useTranslations("navigation.own")
  const locale = useLocale()
  return (
    <Figures>
      {papers.flatMap(({ assessmentId, unit, quarter, toTest, toReview }) => {
        const note = <>{textIn(locale, unit)} · <PeriodText period={quarter} /></>
        const href = `/assessments/${assessmentId}`
        return [
          toTest > 0 && <Figure key={`${assessmentId} test`} label={t("toTest")} value={toTest} href={`${href}?tester=${personId}#lines`} note={note} />,
          toReview > 0 && <Figure key={`${assessmentId} review`} label={t("toReview")} value={toReview} href={`${href}?standing=concluded#lines`} note={note} />,
        ]
      })}
      {deficiencies > 0 && <Figure label={t("deficiencies")} value={deficiencies} href="/deficiencies?owner=me&status=open" />}
      {statements.map(({ id, number, quarter }) => (
        <Figure key={id} label={t("toSign")} value={1} href={`/statements/${id}`} note={<>{number} · <PeriodText period={quarter} /></>} />
      ))}
    </Figures>
  )
}
