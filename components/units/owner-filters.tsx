import { useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"

type OwnerFiltersProps = { address: Address; nodes: string[]; /** The position asked for, by its name: a unit has some eighty, so it is typed. */ position: string | undefined; /** The one owner whose points are shown; an owner is found by name. */ owner: Option | undefined }

export function OwnerFilters({ address, nodes, position, owner }: OwnerFiltersProps) {
  const t = useTranslations("units.ownership")
  return (
    <Filters address={{ ...address, query: { ...address.query, position } }}>
      <Field name="q" label={t("search")}>
        <Input type="search" />
      </Field>
      <Field name="node" label={t("node")}>
        <Select options={nodes.map((node) => ({ value: node, label: node }))} none={t("any")} />
      </Field>
      <Field name="position" label={t("position")}>
        <Input type="search" placeholder={t("positionHint")} />
      </Field>
      {owner && (
        <Field name="owner" label={t("owner")}>
          <Select options={[owner]} none={t("any")} />
        </Field>
      )}
      <Field name="gaps" label={t("show")}>
        <Select options={[{ value: "yes", label: t("onlyGaps") }]} none={t("any")} />
      </Field>
    </Filters>
  )
}
