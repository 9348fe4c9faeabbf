import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { decide } from "@/lib/access-reviews/actions"
import { decisions } from "@/lib/access-reviews/schema"

/** The form around the lines: what is decided about those that are ticked. */
export function Deciding({ review, children }: { review: { id: string; version: number }; children: ReactNode }) {
  const t = useTranslations("access-reviews")
  return (
    <FormShell action={decide} hidden={{ id: review.id, version: review.version }} label={t("decideSelected")} className="space-y-0">
      {children}
      <BulkBar>
        <Field name="decision" label={t("decision")}><Select options={decisions.map((value) => ({ value, label: t(`decisions.${value}`) }))} /></Field>
        <Field name="reason" label={t("reason")} className="grow"><Input maxLength={1000} /></Field>
        <Field name="until" label={t("until")} hint={t("untilHint")}><DateInput /></Field>
        <Submit>{t("decideSelected")}</Submit>
      </BulkBar>
    </FormShell>
  )
}
