import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, Input } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { dayOf } from "@/lib/platform/days"
import type { Verdict } from "@/lib/platform/refusal"
import { close } from "@/lib/units/actions/units"

type ClosingProps = { unit: { id: string; to: Date | null; version: number }; verdict: Verdict }

/** From which day the unit is no more: given, moved or taken back, with what follows from it. */
export function Closing({ unit, verdict }: ClosingProps) {
  const t = useTranslations("units.closing")
  return (
    <Section title={t("title")} lead={t("lead")}>
      {verdict.allowed ? (
        <FormShell action={close} hidden={{ unitId: unit.id, version: unit.version }} label={t("title")} className="max-w-3xl space-y-4">
          <Field name="to" label={t("day")} hint={t("dayHint")}><DateInput defaultValue={unit.to ? dayOf(unit.to) : undefined} /></Field>
          <Field name="reason" label={t("reason")} required><Input maxLength={1000} /></Field>
          <Submit variant="plain">{t("save")}</Submit>
        </FormShell>
      ) : <Button type="button" verdict={verdict}>{t("save")}</Button>}
    </Section>
  )
}
