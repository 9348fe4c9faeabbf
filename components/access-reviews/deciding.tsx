import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Checkbox } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { decide } from "@/lib/access-reviews/actions"
import { decisions, type Finding } from "@/lib/access-reviews/schema"

type DecidingProps = { review: { id: string; version: number }; finding: Finding; /** Whether the asker decides about one that is in sight. */ any: boolean; /** How many match and are undecided, also on other pages; none when all are in sight. */ all: number; children: ReactNode }

/**
 * The form around the lines: what is decided about those that are ticked, or about all that match and are undecided. It stays without its fields when none
 * is left, for it says what was done.
 */
export function Deciding({ review, finding: { q, show, of }, any, all, children }: DecidingProps) {
  const t = useTranslations("access-reviews")
  return (
    <FormShell action={decide} hidden={{ id: review.id, version: review.version, q: q ?? "", show: show ?? "", of: of ?? "" }} label={t("decideSelected")} className="space-y-0">
      {children}
      {any && <BulkBar>
        <Field name="decision" label={t("decision")}><Select options={decisions.map((value) => ({ value, label: t(`decisions.${value}`) }))} /></Field>
        <Field name="reason" label={t("reason")} className="grow"><Input maxLength={1000} /></Field>
        <Field name="until" label={t("until")} hint={t("untilHint")}><DateInput /></Field>
        {all > 0 && <Checkbox name="all" value="yes" label={t("decideAll", { count: all })} />}
        <Submit>{t("decideSelected")}</Submit>
      </BulkBar>}
    </FormShell>
  )
}
