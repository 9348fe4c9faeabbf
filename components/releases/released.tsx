import { useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { PeriodText, Time } from "@/components/ui/time"
import { useUnitName } from "@/components/workspace/unit-name"
import type { ReachedUnit } from "@/lib/platform/actor"
import type { ReleasedQuarter } from "@/lib/releases/queries/room"
import { releaseKinds } from "@/lib/releases/schema"

/** What was released to an engagement, by quarter and unit; each line leads to the records. */
export function Released({ engagementId, released, units }: { engagementId: string; released: ReleasedQuarter[]; units: readonly ReachedUnit[] }) {
  const t = useTranslations("releases")
  const nameOf = useUnitName(units)
  return (
    <>
      <Table
        caption={t("listOf", { what: t("room.released") })}
        captionHidden
        rows={released}
        rowKey={(row) => `${row.unitId} ${row.quarter}`}
        empty={<Empty title={t("room.nothing")}>{t("room.nothingHint")}</Empty>}
        columns={[
          { key: "quarter", header: t("room.quarter"), rowHeader: true, cell: (row) => <Link href={`/releases/${engagementId}/quarter?unit=${row.unitId}&quarter=${row.quarter}`}><PeriodText period={row.quarter} /></Link> },
          { key: "unit", header: t("room.unit"), cell: (row) => nameOf(row.unitId) },
          ...releaseKinds.filter((kind) => kind !== "assessment").map((kind) => ({
            key: kind, header: t(`kinds.${kind}`), align: "end" as const, cell: (row: ReleasedQuarter) => row.counts[kind],
          })),
          { key: "withheld", header: t("room.withheld"), align: "end", cell: (row) => row.withheld.length },
        ]}
      />
    </>
  )
}

/** The secrecy checks of a released quarter, and what was withheld from it with the reason. */
export function ReleaseNotes({ row }: { row: ReleasedQuarter }) {
  const t = useTranslations("releases")
  return (
    <div className="text-sm">
      <Section title={t("room.withheld")}>
        {row.withheld.length === 0 ? <p>{t("room.noneWithheld")}</p> : (
          <ul className="space-y-1">
            {row.withheld.map(({ kind, label, reason }) => (
              <li key={`${kind} ${label}`}>{t("room.withheldItem", { kind: t(`kinds.${kind}`), label })} — <span className="text-ink-soft">{reason}</span></li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("room.notes")}>
        <ul className="space-y-1">
          {row.notes.map(({ note, at }) => <li key={at.toISOString()}><Time at={at} /> · {note}</li>)}
        </ul>
      </Section>
    </div>
  )
}
