import { useTranslations } from "next-intl"
import { Section } from "@/components/ui/section"
import type { Desk } from "@/lib/assessments/queries/desk"
import { DrawsPart } from "./draws"
import { SampleMatrix } from "./matrix"
import { PopulationPart } from "./population"
import { SampleForms } from "./sample-form"

/** The operating part: population, samples, what was judged of each. A failed design skips it. */
export function OperatingPart({ desk, sampleId }: { desk: Desk; sampleId: string | undefined }) {
  const t = useTranslations("assessments.paper")
  const skipped = desk.present.design?.result === "ineffective"
  return (
    <Section id="samples" title={t("operating")} lead={skipped ? t("skipped") : t("operatingLead")}>
      {!skipped && (
        <div className="space-y-6">
          <PopulationPart desk={desk} />
          {(desk.present.population?.size ?? 0) > 0 && <DrawsPart desk={desk} />}
          {desk.present.samples.length > 0 && <SampleMatrix desk={desk} />}
          <SampleForms desk={desk} sampleId={sampleId} />
        </div>
      )}
    </Section>
  )
}
