import { useLocale, useTranslations } from "next-intl"
import { classes } from "@/components/ui/classes"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import type { ReachedUnit } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import type { Standing } from "@/lib/statements/queries/list"
import { StatementStatus } from "./status"

type TreeProps = { year: number; units: ReachedUnit[]; standings: ReadonlyMap<string, Standing[]>; mayPrepare: ReadonlySet<string> }

/** The cascade of a year: units below one another, quarters beside one another, and who has signed. */
export function StatementTree({ year, units, standings, mayPrepare }: TreeProps) {
  const t = useTranslations("statements")
  const [time, locale] = [useTranslations("common.time"), useLocale()]
  const rows = inOrder(units, null, 0)
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
  return (
    <Table
      caption={t("tree", { year: String(year) })}
      rows={rows}
      rowKey={({ unit }) => unit.id}
      columns={[
        {
          key: "unit", header: t("unit"), rowHeader: true, className: "min-w-44",
          cell: ({ unit, depth }) => <span className={classes("block", depth > 0 && "pl-5", depth > 1 && "pl-10")}>{textIn(locale, unit.name)}</span>,
        },
        ...quarters.map((quarter, index) => ({
          key: quarter, header: time("quarter", { year: `${year}`, quarter: index + 1 }), className: "min-w-36",
          cell: ({ unit }: Row) => <Cell standing={standings.get(unit.id)?.[index]} unitId={unit.id} mayPrepare={mayPrepare.has(unit.id)} />,
        })),
      ]}
    />
  )
}

function Cell({ standing, unitId, mayPrepare }: { standing: Standing | undefined; unitId: string; mayPrepare: boolean }) {
  const t = useTranslations("statements")
  if (!standing?.statement) {
    if (standing?.ceased) return <span className="text-ink-soft">{t("unitClosed")}</span>
    if (!standing?.assessed) return <span className="text-ink-soft">{t("notAssessed")}</span>
    return mayPrepare ? <Link href={`/statements/new?unit=${unitId}&quarter=${standing.quarter}`}>{t("prepareIt")}</Link> : <>{t("toPrepare")}</>
  }
  const { id, number, status, signatures } = standing.statement
  return (
    <span className="block space-y-0.5">
      <StatementStatus status={status} />
      <span className="block"><Link href={`/statements/${id}`}>{number}</Link></span>
      {signatures.map((signature) => <span key={signature.kind} className="block text-ink-soft">{signature.personName}</span>)}
    </span>
  )
}

type Row = { unit: ReachedUnit; depth: number }

// A unit whose parent is not reached stands at the top.
function inOrder(units: ReachedUnit[], parentId: string | null, depth: number): Row[] {
  const known = new Set(units.map(({ id }) => id))
  const here = units.filter((unit) => (depth === 0 ? unit.parentId === null || !known.has(unit.parentId) : unit.parentId === parentId))
  return here.flatMap((unit) => [{ unit, depth }, ...inOrder(units, unit.id, depth + 1)])
}
