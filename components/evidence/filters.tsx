import { useLocale, useTranslations } from "next-intl"
import { first, type Address } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { usePeriodName } from "@/components/ui/time"
import type { FilterChoices } from "@/lib/evidence/queries/choices"
import { obligationStatuses } from "@/lib/evidence/rules/status"
import type { ReachedUnit } from "@/lib/platform/actor"
import { periodNamed } from "@/lib/platform/periods"
import { textIn } from "@/lib/platform/i18n/text"

type Props = { address: Address; units: ReachedUnit[]; choices: FilterChoices }

/** Unit, period, element or process, owner and status; all of them in the address. A plant has some eighty owners: they are found by name. */
export function ObligationFilters({ address, units, choices }: Props) {
  const t = useTranslations("evidence")
  const nameOf = usePeriodName()
  const locale = useLocale()
  const asked = first(address.query.period) ?? ""
  // A link may lead to a month or a week; the filter says so, and keeps it.
  const periods = new Set([...(periodNamed(asked) ? [asked] : []), ...choices.quarters, choices.quarter.slice(0, 4)])
  return (
    <Filters address={address} keep={[]}>
      {units.length > 1 && (
        <Field name="unit" label={t("filters.unit")}>
          <Select options={units.map((unit) => ({ value: unit.id, label: textIn(locale, unit.name) }))} />
        </Field>
      )}
      <Field name="period" label={t("filters.period")}>
        <Select options={[...periods].map((value) => ({ value, label: nameOf(value) }))} />
      </Field>
      <Field name="node" label={t("filters.node")}>
        <Select none={t("filters.all")} options={choices.nodes.map(({ code, title }) => ({ value: code, label: `${code} ${textIn(locale, title)}` }))} className="max-w-72" />
      </Field>
      <Field name="owner" label={t("filters.owner")}>
        <Select none={t("filters.all")} options={[{ value: "me", label: t("filters.me") }, ...(choices.owner ? [{ value: choices.owner.id, label: textIn(locale, choices.owner.name) }] : [])]} />
      </Field>
      <Field name="name" label={t("filters.name")}>
        <Input type="search" placeholder={t("filters.nameHint")} />
      </Field>
      <Field name="status" label={t("filters.status")}>
        <Select none={t("filters.all")} options={obligationStatuses.map((value) => ({ value, label: t(`status.${value}`) }))} />
      </Field>
    </Filters>
  )
}
