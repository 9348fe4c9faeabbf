import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { Verdict } from "@/lib/platform/refusal"
import { draft } from "@/lib/scoping/actions"

/** Begins the scope of a year that has none yet. */
export function DraftForm({ years, verdict }: { years: number[]; verdict: Verdict }) {
  const [t, common] = [useTranslations("scoping"), useTranslations("common.words")]
  if (!verdict.allowed) return <Button verdict={verdict}>{t("draft")}</Button>
  return (
    <FormShell action={draft} label={t("draft")} className="flex flex-wrap items-end gap-3">
      <Field name="year" label={common("year")}><Select options={years.map((year) => ({ value: String(year), label: String(year) }))} /></Field>
      <Submit>{t("draft")}</Submit>
    </FormShell>
  )
}
