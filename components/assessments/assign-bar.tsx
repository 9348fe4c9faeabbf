import { useLocale, useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { assignAction } from "@/lib/assessments/actions"
import type { Person } from "@/lib/assessments/queries/board"
import { textIn } from "@/lib/platform/i18n/text"

/** The fields that assign a tester, a reviewer and the risk: what is left open stays as it is. */
export function AssignFields({ candidates }: { candidates: readonly Person[] }) {
  const t = useTranslations("assessments")
  const locale = useLocale()
  const people = candidates.map((person) => ({ value: person.id, label: textIn(locale, person.name) }))
  return (
    <>
      <Field name="testerPersonId" label={t("tester")}><Select none={t("assign.asIs")} options={people} /></Field>
      <Field name="reviewerPersonId" label={t("reviewer")}><Select none={t("assign.asIs")} options={people} /></Field>
      <Field name="highRisk" label={t("assign.risk")}>
        <Select none={t("assign.asIs")} options={[{ value: "yes", label: t("assign.high") }, { value: "no", label: t("assign.normal") }]} />
      </Field>
      <Submit>{t("events.assign")}</Submit>
    </>
  )
}

/** The table of lines in a form, and under it what can be done with the ticked ones. */
export function AssignBar({ board, children }: { board: { candidates: readonly Person[] }; children: ReactNode }) {
  const t = useTranslations("assessments.assign")
  return (
    <FormShell action={assignAction} label={t("title")} className="space-y-0">
      {children}
      <BulkBar><AssignFields candidates={board.candidates} /></BulkBar>
    </FormShell>
  )
}
