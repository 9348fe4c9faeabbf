import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import type { DepartmentProgress, GivenList, Progress, UnitProgress } from "@/lib/distributions/queries/progress"
import type { ReachedUnit } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import { ListStatus } from "./mine"

function useCounts() {
  const [t, format] = [useTranslations("distributions"), useFormatter()]
  const column = (key: keyof Progress) => ({ key, header: t(key), align: "end" as const, cell: (row: Progress) => format.number(row[key]) })
  return [column("given"), column("confirmed"), column("overdue"), { key: "rate", header: t("rate"), align: "end" as const, cell: (row: Progress) => row.given === 0 ? "—" : format.number(row.confirmed / row.given, { style: "percent" }) }]
}

/** Every unit within reach; a unit that was given nothing shows so. */
export function UnitsProgress({ progress, units }: { progress: UnitProgress[]; units: readonly ReachedUnit[] }) {
  const [t, common, locale, counts] = [useTranslations("distributions"), useTranslations("common"), useLocale(), useCounts()]
  const rows = units.map((unit) => ({ unit, ...(progress.find(({ unitId }) => unitId === unit.id) ?? { given: 0, confirmed: 0, overdue: 0 }) }))
  return (
    <Table caption={t("units")} captionHidden rows={rows} rowKey={({ unit }) => unit.id}
      columns={[{ key: "unit", header: common("words.unit"), rowHeader: true, cell: ({ unit }) => <Link href={`/distributions?unit=${unit.id}`}>{textIn(locale, unit.name)}</Link> }, ...counts]} />
  )
}

export function DepartmentsProgress({ departments }: { departments: DepartmentProgress[] }) {
  const [t, common, counts] = [useTranslations("distributions"), useTranslations("common"), useCounts()]
  return (
    <Table caption={t("departments")} captionHidden rows={departments} rowKey={({ id }) => id ?? "none"}
      columns={[{ key: "department", header: common("words.department"), rowHeader: true, cell: ({ name }) => name ? <Text text={name} /> : t("noDepartment") }, ...counts]} />
  )
}

/** Who was given how many points, until when, and who has not confirmed: these first. */
export function PeopleProgress({ lists }: { lists: GivenList[] }) {
  const [t, common, format] = [useTranslations("distributions"), useTranslations("common"), useFormatter()]
  return (
    <Table
      caption={t("people")}
      captionHidden
      rows={lists}
      rowKey={({ id }) => id}
      columns={[
        { key: "person", header: common("words.person"), rowHeader: true, cell: ({ person }) => person && <Text text={person} /> },
        { key: "owned", header: t("mine.own"), align: "end", cell: ({ owned }) => format.number(owned) },
        { key: "known", header: t("mine.department"), align: "end", cell: ({ known }) => format.number(known) },
        { key: "due", header: t("dueOn"), cell: ({ dueOn }) => <DateText day={dueOn} form="short" /> },
        { key: "state", header: common("words.status"), cell: ({ state }) => <ListStatus state={state} /> },
        { key: "at", header: t("when"), cell: ({ confirmedAt, late, remindedAt }) => confirmedAt ? <><Time at={confirmedAt} />{late && ` · ${t("late")}`}</> : remindedAt ? <>{t("remindedAt")} <Time at={remindedAt} /></> : "—" },
      ]}
    />
  )
}
