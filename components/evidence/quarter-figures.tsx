import { useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import type { StatusCounts } from "@/lib/evidence/queries/counts"
import { obligationStatuses } from "@/lib/evidence/rules/status"

/** How a unit's quarter stands in evidence; each number leads to its list. */
export function QuarterFigures({ counts, unitId, quarter }: { counts: StatusCounts; unitId: string; quarter: string }) {
  const t = useTranslations("evidence.status")
  return (
    <Figures>
      {obligationStatuses.map((status) => (
        <Figure
          key={status}
          label={t(status)}
          value={counts[status]}
          alert={status === "overdue" || status === "returned"}
          href={`/evidence?unit=${unitId}&period=${quarter}&status=${status}`}
        />
      ))}
    </Figures>
  )
}
