import { useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Select } from "@/components/ui/select"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import { ages } from "@/lib/deficiencies/rules/standing"
import { grades } from "@/lib/deficiencies/schema/values"

type Option = { value: string; label: string }

export function DeficiencyFilters({ address, units, quarters, owner }: { address: Address; units: Option[]; quarters: readonly string[]; /** A person chosen by a link, who stays chosen. */ owner: Option | null }) {
  const t = useTranslations("deficiencies")
  const any = t("list.any")
  const statuses = [{ value: "open", label: t("list.open") }, ...deficiencyLifecycle.states.map((status) => ({ value: status, label: t(`status.${status}`) }))]
  const gradings = [...grades, "ungraded" as const].map((grade) => ({ value: grade, label: t(`grades.${grade}`) }))
  const owners = [{ value: "me", label: t("list.mine") }, ...(owner ? [owner] : [])]
  return (
    <Filters address={address}>
      {units.length > 1 && <Field label={t("columns.unit")} name="unit"><Select none={any} options={units} /></Field>}
      <Field label={t("columns.status")} name="status"><Select none={any} options={statuses} /></Field>
      <Field label={t("columns.grade")} name="grade"><Select none={any} options={gradings} /></Field>
      <Field label={t("columns.owner")} name="owner"><Select none={any} options={owners} /></Field>
      <Field label={t("columns.overdue")} name="overdue"><Select none={any} options={[{ value: "yes", label: t("list.onlyOverdue") }]} /></Field>
      <Field label={t("columns.age")} name="age"><Select none={any} options={ages.map((age) => ({ value: age, label: t(`list.age.${age}`) }))} /></Field>
      <Field label={t("columns.node")} name="node"><Input className="lg:w-28" placeholder="3.1" /></Field>
      <Field label={t("columns.quarter")} name="quarter"><QuarterSelect none={any} quarters={quarters} /></Field>
    </Filters>
  )
}
