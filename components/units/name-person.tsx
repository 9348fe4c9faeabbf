import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { FormAction, Refusal } from "@/lib/platform/refusal"

type NamePersonProps = { action: FormAction; hidden: Record<string, string>; people: Option[]; button: string; refusal: Refusal | null }

/** Names somebody for a point from a day on. */
export function NamePerson({ action, hidden, people, button, refusal }: NamePersonProps) {
  const t = useTranslations("units.point")
  const common = useTranslations("common.forms")
  return (
    <FormShell action={action} hidden={hidden} label={button}>
      <div className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_12rem_auto]">
        <Field name="personId" label={t("person")} required>
          <Select options={people} none={common("choose")} />
        </Field>
        <Field name="from" label={t("from")} hint={t("fromHint")}>
          <DateInput />
        </Field>
        <Submit variant="plain" refusal={refusal}>{button}</Submit>
      </div>
    </FormShell>
  )
}
