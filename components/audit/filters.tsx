import { useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { DateInput } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { auditRooms } from "@/lib/audit/events"

type Option = { value: string; label: string }

export function AuditFilters({ address, units }: { address: Address; units: Option[] }) {
  const t = useTranslations("audit")
  const all = { value: "", label: useTranslations("common.words")("all") }
  const rooms = auditRooms.map((room) => ({ value: room, label: t(`rooms.${room}`) }))
  return (
    <Filters address={address}>
      <Field label={t("filters.unit")} name="unit"><Select options={[all, ...units]} /></Field>
      <Field label={t("filters.room")} name="type"><Select options={[all, ...rooms]} /></Field>
      <Field label={t("filters.from")} name="from"><DateInput /></Field>
      <Field label={t("filters.to")} name="to"><DateInput /></Field>
    </Filters>
  )
}
