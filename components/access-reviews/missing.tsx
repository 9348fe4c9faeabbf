import { useTranslations } from "next-intl"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { PeriodText } from "@/components/ui/time"
import { useUnitName } from "@/components/workspace/unit-name"
import { open } from "@/lib/access-reviews/actions"
import type { Missing } from "@/lib/access-reviews/queries/reviews"
import type { ReachedUnit } from "@/lib/platform/actor"
import { ReviewStatus } from "./review-status"

type MissingProps = { missing: { quarter: string; current: string; items: Missing[] }; units: readonly ReachedUnit[]; mayOpen: (unitId: string) => boolean }

/** The units whose ended quarter nobody has confirmed, and the form that opens reviews for those that are ticked. */
export function MissingReviews({ missing: { quarter, current, items }, units, mayOpen }: MissingProps) {
  const t = useTranslations("access-reviews")
  const unitName = useUnitName(units)
  const opens = items.some(({ unitId }) => mayOpen(unitId))
  return (
    <FormShell action={open} label={t("open")} className="space-y-0">
      <Table
        caption={t("overdue")}
        captionHidden
        rows={items}
        rowKey={({ unitId }) => unitId}
        empty={<Empty title={t("noneMissing")}>{t.rich("noneMissingHint", { quarter: () => <PeriodText period={quarter} /> })}</Empty>}
        selection={opens ? { name: "unitIds", label: ({ unitId }) => t("select", { unit: unitName(unitId) ?? "" }), disabled: ({ unitId, reviewId }) => reviewId !== null || !mayOpen(unitId) } : undefined}
        columns={[
          { key: "unit", header: t("unit"), rowHeader: true, cell: ({ unitId }) => unitName(unitId) },
          { key: "state", header: t("state"), cell: ({ status }) => (status ? <ReviewStatus status={status} /> : t("notOpened")) },
          { key: "number", header: t("number"), cell: ({ reviewId, number }) => reviewId && <Link href={`/access-reviews/${reviewId}`}>{number}</Link> },
        ]}
      />
      {opens && items.length > 0 && (
        <BulkBar>
          <Field name="quarter" label={t("quarter")}><QuarterSelect quarters={[quarter, current]} defaultValue={quarter} /></Field>
          <Submit>{t("open")}</Submit>
        </BulkBar>
      )}
    </FormShell>
  )
}
