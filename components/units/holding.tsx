import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { Refusal } from "@/lib/platform/refusal"
import { hold, leave } from "@/lib/units/actions/people"

export function HoldForm({ unitId, people, positions, refusal }: { unitId: string; people: Option[]; positions: Option[]; refusal: Refusal | null }) {
  const t = useTranslations("units.people")
  const common = useTranslations("common.forms")
  return (
    <FormShell action={hold} hidden={{ unitId }} label={t("hold")} className="space-y-3 pt-3">
      <p className="font-medium">{t("hold")}</p>
      <div className="grid max-w-4xl items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_11rem_auto]">
        <Field name="personId" label={t("person")} required>
          <Select options={people} none={common("choose")} />
        </Field>
        <Field name="positionId" label={t("position")} required>
          <Select options={positions} none={common("choose")} />
        </Field>
        <Field name="from" label={t("from")} hint={t("fromHint")}>
          <DateInput />
        </Field>
        <Submit variant="plain" refusal={refusal}>{t("holdButton")}</Submit>
      </div>
    </FormShell>
  )
}

/** Around the table of who holds what: each row's button sends its holding. */
export function LeaveForm({ children }: { children: ReactNode }) {
  const t = useTranslations("units.people")
  return (
    <FormShell action={leave} label={t("leave")} className="space-y-0">
      {children}
    </FormShell>
  )
}

export function LeaveButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations("units.people")
  return <Submit variant="plain" name="id" value={id} aria-label={`${t("leave")} ${name}`}>{t("leave")}</Submit>
}
