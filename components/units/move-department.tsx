import { useTranslations } from "next-intl"
import { InterimField } from "@/components/handovers/interim-field"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { InterimNeed } from "@/lib/handovers/queries/interim"
import type { Verdict } from "@/lib/platform/refusal"
import { move } from "@/lib/units/actions/people"

type MoveProps = { person: { id: string; version: number }; departments: Option[]; needs: readonly InterimNeed[]; verdict: Verdict }

/** A person changes departments: what they answered for in the old one is handed over, by itself. */
export function MoveDepartment({ person, departments, needs, verdict }: MoveProps) {
  const [t, common] = [useTranslations("units.people"), useTranslations("common.forms")]
  if (!verdict.allowed) return <Button verdict={verdict}>{t("move")}</Button>
  return (
    <details className="max-w-3xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("move")}</summary>
      <p className="max-w-prose text-sm text-ink-soft">{t("moveLead")}</p>
      <FormShell action={move} label={t("move")} hidden={{ personId: person.id, version: person.version }} className="space-y-4 py-3">
        <Field name="departmentId" label={t("department")} required><Select options={departments} none={common("choose")} /></Field>
        <InterimField needs={needs} />
        <Submit>{t("moveButton")}</Submit>
      </FormShell>
    </details>
  )
}
