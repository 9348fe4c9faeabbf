import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { CheckboxGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { signOffAction } from "@/lib/assessments/actions"
import type { SignableProcess } from "@/lib/assessments/queries/board"

/** One process that waits for the lead: the papers to open first, and the signature. */
export function SignOff({ assessmentId, process }: { assessmentId: string; process: SignableProcess }) {
  const t = useTranslations("assessments.signOff")
  const label = t("process", { node: process.node, papers: process.papers })
  const choices = process.readings.map((reading) => ({
    value: reading.id,
    label: <><Link href={`/assessments/${assessmentId}/tests/${reading.id}`}>{reading.code}</Link> <span className="text-ink-soft">{t(`why.${reading.why}`)}</span></>,
  }))
  return (
    <div className="border border-line bg-sheet p-4">
      <h3 className="mb-3 font-medium">{label}</h3>
      {process.verdict.allowed ? (
        <FormShell action={signOffAction} label={label} hidden={{ assessmentId, node: process.node }}>
          <Field name="opened" label={t("opened")} hint={t("openedHint")} group required><CheckboxGroup choices={choices} /></Field>
          <Submit variant="final">{t("sign")}</Submit>
        </FormShell>
      ) : (
        <Button type="button" refusal={process.verdict.refusal}>{t("sign")}</Button>
      )}
    </div>
  )
}
