import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Section } from "@/components/ui/section"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { Refusal } from "@/lib/platform/refusal"
import { assignHolders } from "@/lib/units/actions/ownership"

/** All open points at once: each to whoever holds its position. */
export function ByPosition({ unitId, positions, refusal }: { unitId: string; positions: Option[]; refusal: Refusal | null }) {
  const t = useTranslations("units.ownership")
  return (
    <Section title={t("byPosition")} lead={t("byPositionLead")}>
      <FormShell action={assignHolders} hidden={{ unitId }} label={t("byPosition")}>
        <div className="flex flex-wrap items-end gap-3">
          <Field name="position" label={t("onlyPosition")}>
            <Select options={positions} none={t("any")} />
          </Field>
          <Submit variant="plain" refusal={refusal}>{t("byPositionButton")}</Submit>
        </div>
      </FormShell>
    </Section>
  )
}
