import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { first, withQuery, type Address } from "./address"
import { classes } from "./classes"
import { Link } from "./link"
import { SelectAll } from "./select-all"

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  align?: "start" | "end" | "center"
  /** The word for this column in `?sort=`; `-word` is descending. */
  sort?: string
  /** The column that names the row: read out before each of its cells. */
  rowHeader?: boolean
  /** Width classes, for example "w-40" or "min-w-64". */
  className?: string
}

export type Selection<Row> = { name: string; label: (row: Row) => string; disabled?: (row: Row) => boolean }

type TableProps<Row> = {
  caption: ReactNode
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Needed for sort links. */
  address?: Address
  /** What stands in place of the table when it has no rows. */
  empty?: ReactNode
  /** A box before each row; the table then stands in a form, with a `BulkBar` after it. */
  selection?: Selection<Row>
}

const sides = { start: "text-left", end: "text-right", center: "text-center" }

/** The one table. Wide ones scroll inside their frame; the head stays in sight. */
export function Table<Row>(props: TableProps<Row>) {
  const t = useTranslations("common.table")
  const { columns, rows, selection } = props
  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  // Named apart from the section around it, which often bears the caption's words.
  const label = typeof props.caption === "string" ? `${props.caption} · ${t("frame")}` : t("frame")
  return (
    <div role="region" aria-label={label} tabIndex={0} className="relative max-h-[80vh] max-w-full overflow-auto border-y border-line bg-sheet print:max-h-none">
      <table className="w-full border-collapse text-sm">
        <caption className={props.captionHidden ? "sr-only" : "px-3 py-2 text-left font-medium"}>{props.caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="sticky top-0 z-1 w-10 border-b border-line bg-shade px-2">
                <span className="sr-only">{t("select")}</span>
                <SelectAll name={selection.name} label={t("selectAll")} />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} address={props.address} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)} className="border-b border-hairline last:border-0 hover:bg-shade/60 has-[input:checked]:bg-shade">
              {selection && <Box row={row} value={props.rowKey(row)} selection={selection} />}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head<Row>({ column, address }: { column: Column<Row>; address: Address | undefined }) {
  const t = useTranslations("common.table")
  const sorted = first(address?.query.sort)
  const direction = !column.sort ? "" : sorted === column.sort ? "ascending" : sorted === `-${column.sort}` ? "descending" : ""
  return (
    <th
      scope="col"
      aria-sort={direction || undefined}
      className={classes(
        "sticky top-0 z-1 border-b border-line bg-shade px-3 py-2 align-bottom font-medium whitespace-nowrap",
        sides[column.align ?? "start"],
        column.className,
      )}
    >
      {column.sort && address ? (
        <Link
          href={withQuery(address, { sort: direction === "ascending" ? `-${column.sort}` : column.sort, cursor: undefined })}
          className="inline-flex min-h-6 items-center gap-1"
        >
          {column.header}
          <span aria-hidden="true">{direction === "ascending" ? "↑" : direction === "descending" ? "↓" : "↕"}</span>
          <span className="sr-only">{direction ? t(direction) : t("sort")}</span>
        </Link>
      ) : (
        column.header
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = classes("px-3 py-2 align-top", sides[column.align ?? "start"], column.className)
  return column.rowHeader ? (
    <th scope="row" className={classes(look, "font-normal")}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={look}>{column.cell(row)}</td>
  )
}

function Box<Row>({ row, value, selection }: { row: Row; value: string; selection: Selection<Row> }) {
  return (
    <td className="px-2 py-1.5 align-top">
      <label className="grid size-7 place-items-center">
        <span className="sr-only">{selection.label(row)}</span>
        <input
          type="checkbox"
          name={selection.name}
          value={value}
          disabled={selection.disabled?.(row)}
          className="size-5 accent-ink"
        />
      </label>
    </td>
  )
}
