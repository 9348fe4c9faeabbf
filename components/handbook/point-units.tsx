import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { override } from "@/lib/handbook/actions"
import type { PointPage } from "@/lib/handbook/queries/point"

/** Where a point applies among the units that the reader reaches, and who owns it there. */
export function PointUnits({ units }: { units: PointPage["units"] }) {
  const t = useTranslations("handbook.point")
  return (
    <Table
      caption={t("where")}
      captionHidden
      rows={units}
      rowKey={({ unit }) => unit.id}
      columns={[
        { key: "unit", header: t("unit"), rowHeader: true, className: "min-w-32", cell: ({ unit }) => <Text text={unit.name} /> },
        { key: "applies", header: t("applicable"), cell: ({ applicable }) => <Status tone={applicable ? "good" : "neutral"}>{t(applicable ? "yes" : "no")}</Status> },
        { key: "why", header: t("why"), className: "min-w-40", cell: (row) => (row.override ? <>{row.override.decider && <><Text text={row.override.decider} /> · </>}{row.override.reason}</> : t("byKind")) },
        { key: "owner", header: t("owner"), cell: ({ applicable, owner }) => (owner ? <Text text={owner} /> : applicable ? <Status tone="late">{t("noOwner")}</Status> : "—") },
      ]}
    />
  )
}

type FormProps = { pointId: string; units: { value: string; label: string }[] }

/** The control office decides for one unit, with a reason. */
export function OverrideForm({ pointId, units }: FormProps) {
  const [t, common] = [useTranslations("handbook.point"), useTranslations("common.forms")]
  return (
    <FormShell action={override} label={t("override")} hidden={{ pointId }} className="max-w-2xl space-y-4">
      <Field name="unitId" label={t("unit")} required><Select none={common("choose")} options={units} /></Field>
      <Field name="applicable" label={t("applicable")} group required>
        <RadioGroup inline choices={[{ value: "true", label: t("yes") }, { value: "false", label: t("no") }]} />
      </Field>
      <Field name="reason" label={t("reason")} required><TextArea rows={2} /></Field>
      <Submit variant="plain">{t("decide")}</Submit>
    </FormShell>
  )
}
