import { useLocale, useTranslations } from "next-intl"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Checkbox } from "@/components/ui/choices"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Select, type Option } from "@/components/ui/select"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { textIn } from "@/lib/platform/i18n/text"
import type { Refusal } from "@/lib/platform/refusal"
import { assignSeveral } from "@/lib/units/actions/ownership"
import type { OwnedPoint } from "@/lib/units/queries/matrix"

type OwnerTableProps = { unitId: string; points: OwnedPoint[]; /** The page's query. */ filter: string; /** How many points match it, also on other pages. */ matching: number; asOf: string; people: Option[]; positionOf: (code: string) => string; refusal: Refusal | null }

/** The points of a unit and who answers for each; ticked ones go to one person. */
export function OwnerTable({ unitId, points, filter, matching, asOf, people, positionOf, refusal }: OwnerTableProps) {
  const t = useTranslations("units.ownership")
  const common = useTranslations("common.forms")
  const frequencies = useTranslations("common.frequencies")
  const locale = useLocale()
  const table = (
    <Table
      caption={t("title")}
      captionHidden
      rows={points}
      rowKey={(row) => row.pointId}
      selection={refusal ? undefined : { name: "pointIds", label: (row) => t("select", { code: row.code }) }}
      empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
      columns={[
        { key: "code", header: t("code"), className: "whitespace-nowrap", cell: (row) => <Link href={`/units/${unitId}/ownership/${row.pointId}`}>{row.code}</Link> },
        { key: "point", header: t("point"), rowHeader: true, className: "min-w-64", cell: (row) => <Text text={row.title} /> },
        { key: "position", header: t("position"), className: "min-w-32", cell: (row) => positionOf(row.position) },
        { key: "owner", header: t("owner"), className: "whitespace-nowrap", cell: (row) => (row.owner ? textIn(locale, row.owner.name) : <Status tone="bad">{t("gap")}</Status>) },
        { key: "performers", header: t("performers"), cell: (row) => row.performers.map((name) => textIn(locale, name)).join(", ") },
        { key: "frequency", header: t("frequency"), className: "whitespace-nowrap", cell: (row) => frequencies(row.frequency) },
      ]}
    />
  )
  if (refusal) return table
  const more = matching > points.length
  return (
    <FormShell action={assignSeveral} hidden={more ? { unitId, asOf, filter, expected: `${matching}` } : { unitId, asOf }} label={t("assign")} className="space-y-0">
      {table}
      <BulkBar>
        <Field name="personId" label={t("assignTo")} required className="w-full sm:w-auto">
          <Select options={people} none={common("choose")} />
        </Field>
        <Field name="from" label={t("from")}>
          <DateInput />
        </Field>
        {more && <Checkbox name="all" value="yes" label={t("assignAll", { count: matching })} />}
        <Submit>{t("assign")}</Submit>
      </BulkBar>
    </FormShell>
  )
}
