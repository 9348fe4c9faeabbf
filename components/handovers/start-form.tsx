import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, TextArea } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { open } from "@/lib/handovers/actions"
import type { Day } from "@/lib/platform/days"
import type { Verdict } from "@/lib/platform/refusal"

type StartProps = { unitId: string; personId: string; people: Option[]; owns: boolean; today: Day; verdict: Verdict }

/** Somebody leaves or moves: from which day on, and who answers meanwhile. */
export function StartHandover({ unitId, personId, people, owns, today, verdict }: StartProps) {
  const t = useTranslations("handovers")
  if (!verdict.allowed) return <Button verdict={verdict}>{t("start.button")}</Button>
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("start.title")}</summary>
      <p className="max-w-prose text-sm text-ink-soft">{t("start.lead")}</p>
      <FormShell action={open} label={t("start.title")} hidden={{ unitId, personId }} className="space-y-4 py-3">
        <Field name="kind" label={t("kind")} group required>
          <RadioGroup inline defaultValue="leaves" choices={[{ value: "leaves", label: t("kinds.leaves") }, { value: "moves", label: t("kinds.moves") }]} />
        </Field>
        <Field name="leavesOn" label={t("leavesOn")} required><DateInput min={today} defaultValue={today} /></Field>
        {owns && <Field name="interimPersonId" label={t("interim")} hint={t("start.interimHint")} required><Select options={people} none={t("start.choose")} /></Field>}
        <Field name="note" label={t("note")} required><TextArea rows={2} maxLength={1000} /></Field>
        <Submit>{t("start.button")}</Submit>
      </FormShell>
    </details>
  )
}
