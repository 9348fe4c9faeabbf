import { useTranslations } from "next-intl"
import { InterimField } from "@/components/handovers/interim-field"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { grant, withdraw } from "@/lib/units/actions/people"
import type { InterimNeed } from "@/lib/handovers/queries/interim"
import type { Refusal } from "@/lib/platform/refusal"
import type { Role } from "@/lib/platform/actor"
import { grantable } from "@/lib/units/schema"

type Grant = { id: string; unitId: string; role: Role; from: string; to: string | null }
type RolesProps = { personId: string; homeUnitId: string; grants: Grant[]; units: Option[]; refusal: Refusal | null; needs: readonly InterimNeed[] }

/** The roles of a person, each withdrawn with one press, and a form for one more. */
export function Roles({ personId, homeUnitId, grants, units, refusal, needs }: RolesProps) {
  const t = useTranslations("access.administration")
  const roles = useTranslations("common.roles")
  const unitOf = new Map(units.map((unit) => [unit.value, unit.label]))
  return (
    <div className="space-y-5">
      <Table
        caption={t("roles")}
        captionHidden
        rows={grants}
        rowKey={(row) => row.id}
        empty={<Empty title={t("noRoles")}>{t("noRolesHint")}</Empty>}
        columns={[
          { key: "role", header: t("role"), rowHeader: true, cell: (row) => roles(row.role) },
          { key: "unit", header: t("unit"), cell: (row) => unitOf.get(row.unitId) },
          { key: "from", header: t("from"), cell: (row) => <DateText day={row.from} /> },
          { key: "to", header: t("to"), cell: (row) => row.to && <DateText day={row.to} /> },
          {
            key: "withdraw",
            header: <span className="sr-only">{t("withdraw")}</span>,
            cell: (row) => (
              <FormShell action={withdraw} hidden={{ id: row.id }} label={`${t("withdraw")} ${roles(row.role)}`}>
                {grants.length === 1 && refusal === null && <InterimField needs={needs} />}
                <Submit variant="plain" disabled={refusal !== null}>{t("withdraw")}</Submit>
              </FormShell>
            ),
          },
        ]}
      />
      <FormShell action={grant} hidden={{ personId }} label={t("grant")}>
        <div className="grid max-w-4xl items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_11rem_11rem_auto]">
          <Field name="role" label={t("role")} required>
            <Select options={grantable.map((role) => ({ value: role, label: roles(role) }))} />
          </Field>
          <Field name="unitId" label={t("unit")} required>
            <Select options={units} defaultValue={homeUnitId} />
          </Field>
          <Field name="from" label={t("from")}>
            <DateInput />
          </Field>
          <Field name="to" label={t("to")}>
            <DateInput />
          </Field>
          <Submit variant="plain" refusal={refusal}>{t("grant")}</Submit>
        </div>
      </FormShell>
    </div>
  )
}
