import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { first, withQuery, type Address } from "./address"
import { classes } from "./classes"
import { Drawn } from "./drawn"
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

const sides = { start: undefined, end: "text-right", center: "text-center" }

/**
 * The one table. Wide ones scroll inside their frame and the head stays in sight; on a phone each row is a card, with the words of
 * the head before its values. The look of rows and cells stands in the style sheet (`ledger`), and cells are no components: a
 * page sends every class of every cell twice, and renders every component twice.
 */
export function Table<Row>(props: TableProps<Row>) {
  const t = useTranslations("common.table")
  const { columns, rows, selection } = props
  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  // Named apart from the section around it, which often bears the caption's words.
  const label = typeof props.caption === "string" ? `${props.caption} · ${t("frame")}` : t("frame")
  return (
    <Drawn>
      <div role="region" aria-label={label} tabIndex={0} className="relative max-w-full overflow-auto border-y border-line bg-sheet sm:max-h-[80vh] print:max-h-none">
        <table className="ledger w-full border-collapse text-sm max-sm:block">
          <caption className={props.captionHidden ? "sr-only" : "px-3 py-2 text-left font-medium max-sm:block"}>{props.caption}</caption>
          <thead className="max-sm:block">
            <tr className="max-sm:flex max-sm:flex-wrap max-sm:items-center">
              {selection && (
                <th scope="col" className="sticky top-0 z-1 w-10 border-b border-line bg-shade px-2 max-sm:static max-sm:w-auto max-sm:px-3 max-sm:border-0 max-sm:bg-transparent max-sm:py-1.5">
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
              <tr key={props.rowKey(row)}>
                {selection && boxOf(row, props.rowKey(row), selection)}
                {columns.map((column) => cellOf(column, row))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Drawn>
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
        "sticky top-0 z-1 border-b border-line bg-shade px-3 py-2 text-left align-bottom font-medium whitespace-nowrap",
        sides[column.align ?? "start"],
        column.sort && address ? "max-sm:static max-sm:w-auto max-sm:min-w-0 max-sm:border-0 max-sm:bg-transparent" : "max-sm:sr-only max-sm:min-w-0",
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

function cellOf<Row>(column: Column<Row>, row: Row) {
  const look = classes(sides[column.align ?? "start"], column.className) || undefined
  return column.rowHeader ? (
    <th key={column.key} scope="row" className={look}>
      {column.cell(row)}
    </th>
  ) : (
    <td key={column.key} data-label={typeof column.header === "string" ? column.header : undefined} className={look}>
      {column.cell(row)}
    </td>
  )
}

function boxOf<Row>(row: Row, value: string, selection: Selection<Row>) {
  return (
    <td key="selected">
      <label>
        <input type="checkbox" name={selection.name} value={value} disabled={selection.disabled?.(row)} aria-label={selection.label(row)} />
      </label>
    </td>
  )
}
