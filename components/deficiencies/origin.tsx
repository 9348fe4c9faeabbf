import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { PeriodText } from "@/components/ui/time"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"

/** The working paper that raised it, and the evidence that was inspected there: one click each. */
export function Origin({ record, origin }: Pick<DeficiencyView, "record" | "origin">) {
  const t = useTranslations("deficiencies.page")
  const { test, evidence } = origin
  return (
    <ul className="space-y-1 text-sm">
      <li>
        {test
          ? <Link href={`/assessments/${test.assessmentId}/tests/${test.id}`} className="inline-block min-h-6">{t.rich("openTest", { quarter: () => <PeriodText period={test.quarter} /> })}</Link>
          : record.testId === null ? t("noTest") : t("testNotSeen")}
      </li>
      {test && (
        <li>
          <span className="text-ink-soft">{t("evidence")}</span>
          {evidence.length === 0
            ? <p>{t("noEvidence")}</p>
            : <ul className="flex flex-wrap gap-x-4">{evidence.map((one) => <li key={one.id}><Link href={`/evidence/records/${one.id}`} className="inline-block min-h-6">{one.number}</Link></li>)}</ul>}
        </li>
      )}
    </ul>
  )
}
