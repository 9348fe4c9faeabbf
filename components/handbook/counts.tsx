import { useTranslations } from "next-intl"
import { Figure, Figures } from "@/components/ui/figure"
import { stated, type Counts } from "@/lib/handbook/rules/counts"

/** What an edition holds, counted, beside what the company's documents state. */
export function HandbookCounts({ counts, pointsHref }: { counts: Counts; pointsHref?: string }) {
  const t = useTranslations("handbook.page")
  return (
    <Figures>
      <Figure label={t("softElements")} value={counts.softElements} note={t("stated", { count: stated.softElements })} />
      <Figure label={t("processes")} value={counts.processes} note={t("stated", { count: stated.processes })} />
      <Figure label={t("controlPoints")} value={counts.controlPoints} href={pointsHref} note={t("statedAbout", { count: stated.controlPoints })} />
    </Figures>
  )
}
