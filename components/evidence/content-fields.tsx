import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { DateInput, Input, TextArea } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { evidenceKinds } from "@/lib/evidence/schema"
import type { Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

export type Answerer = { id: string; name: Text }
/** What a version before held; the fields begin with it. */
export type Before = {
  kind?: string; occurredOn?: string | null; reference?: string | null; amount?: string | null; counterparty?: string | null
  performedBy?: string | null; count?: number | null; source?: string | null; location?: string | null; note?: string
}
type Props = { today: string; /** The control's date to begin with, if one is likely. */ day?: string; people: Answerer[]; suggested: string | undefined; before?: Before }

/** What a single record says: kind, the control's date, number; the rest is folded away. */
export function RecordFields({ today, day, people, suggested, before = {} }: Props) {
  const t = useTranslations("evidence.form")
  const kinds = useTranslations("common.evidenceKinds")
  return (
    <>
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-3">
        <Field name="occurredOn" label={t("occurredOn")} hint={t("occurredOnHint")} required>
          <DateInput max={today} defaultValue={before.occurredOn ?? day} />
        </Field>
        <Field name="kind" label={t("kind")} required className="flex flex-col justify-end">
          <Select options={evidenceKinds.map((value) => ({ value, label: kinds(value) }))} defaultValue={before.kind ?? suggested ?? "other"} />
        </Field>
        <Field name="reference" label={t("reference")} className="flex flex-col justify-end">
          <Input defaultValue={before.reference ?? undefined} autoComplete="off" />
        </Field>
      </div>
      <details className="border-y border-hairline py-2">
        <summary className="min-h-8 cursor-pointer py-1 text-sm font-medium">{t("more")}</summary>
        <div className="grid grid-cols-1 gap-5 py-3 sm:grid-cols-3">
          <Field name="amount" label={t("amount")}>
            <Input inputMode="decimal" defaultValue={before.amount ?? undefined} autoComplete="off" />
          </Field>
          <Field name="counterparty" label={t("counterparty")}>
            <Input defaultValue={before.counterparty ?? undefined} autoComplete="off" />
          </Field>
          <PerformedBy people={people} value={before.performedBy ?? undefined} />
        </div>
      </details>
      <Note value={before.note} />
    </>
  )
}

/** What a month's register says (domain.md § 3): count, number range, source, where the originals lie. */
export function RegisterFields({ people, before = {} }: Pick<Props, "people" | "before">) {
  const t = useTranslations("evidence.form")
  return (
    <>
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <Field name="count" label={t("count")} hint={t("countHint")} required>
          <Input type="number" min={1} inputMode="numeric" defaultValue={before.count ?? undefined} className="max-w-48" />
        </Field>
        <Field name="reference" label={t("numberRange")} className="flex flex-col justify-end">
          <Input defaultValue={before.reference ?? undefined} autoComplete="off" />
        </Field>
        <Field name="source" label={t("source")} hint={t("sourceHint")} required>
          <Input defaultValue={before.source ?? undefined} />
        </Field>
        <Field name="location" label={t("location")} hint={t("locationHint")}>
          <Input defaultValue={before.location ?? undefined} />
        </Field>
        <PerformedBy people={people} value={before.performedBy ?? undefined} />
      </div>
      <Note value={before.note} />
    </>
  )
}

function PerformedBy({ people, value }: { people: Answerer[]; value: string | undefined }) {
  const t = useTranslations("evidence.form")
  const locale = useLocale()
  if (people.length < 2) return null
  return (
    <Field name="performedBy" label={t("performedBy")}>
      <Select none="—" options={people.map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} defaultValue={value} />
    </Field>
  )
}

function Note({ value }: { value: string | undefined }) {
  const t = useTranslations("evidence.form")
  return (
    <Field name="note" label={t("note")}>
      <TextArea rows={2} defaultValue={value} />
    </Field>
  )
}
