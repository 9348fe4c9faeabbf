import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { useUnitName } from "@/components/workspace/unit-name"
import { carry } from "@/lib/change-requests/actions"
import type { CarriedRequest } from "@/lib/change-requests/queries/of-edition"
import type { ReachedUnit } from "@/lib/platform/actor"

/** The change requests that an edition names; in a draft also those that it does not carry yet. */
export function CarriedRequests({ requests, units, draft }: { requests: CarriedRequest[]; units: readonly ReachedUnit[]; draft: boolean }) {
  const [t, common] = [useTranslations("change-requests"), useTranslations("common")]
  const unitName = useUnitName(units)
  return (
    <Table
      caption={t("ofEdition")}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        { key: "number", header: common("words.number"), rowHeader: true, cell: ({ id, number }) => <Link href={`/change-requests/${id}`}><span className="whitespace-nowrap">{number}</span></Link> },
        { key: "subject", header: t("subject"), cell: ({ code, field }) => `${code} · ${t(`fields.${field}`)}` },
        { key: "unit", header: common("words.unit"), cell: ({ unitId }) => unitName(unitId) },
        {
          key: "carried", header: t("carried"),
          cell: ({ id, version, carried }) => carried ? <Status tone="good">{common("words.yes")}</Status> : draft ? (
            <FormShell action={carry} label={t("carry")} hidden={{ id, version }}><Submit variant="plain">{t("carry")}</Submit></FormShell>
          ) : <Status tone="late">{t("otherwise")}</Status>,
        },
      ]}
    />
  )
}
