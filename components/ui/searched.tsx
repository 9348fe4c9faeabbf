import { first, type Address } from "./address"
import { Empty } from "./empty"
import { LiveSearch } from "./live-search"
import { Pager } from "./pager"
import { Table, type Column } from "./table"

type SearchedProps<Row> = {
  address: Address
  caption: string
  /** All of them, in their order. */
  all: readonly Row[]
  /** What the words are looked for in. */
  textOf: (row: Row) => string
  /** How many are shown at once. */
  rows: number
  columns: Column<Row>[]
  words: { search: string; searchHint: string; searchButton: string; found: (count: number) => string; none: string; noneHint: string; notFound: string; notFoundHint: string }
}

/** A list that is wholly known, found by what is typed (`?q=`) and shown by pages (`?cursor=`); the search stands where there is more than a page. */
export function Searched<Row extends { id: string }>({ address, caption, all, textOf, rows, columns, words }: SearchedProps<Row>) {
  const [typed, cursor] = [(first(address.query.q) ?? "").trim().toLowerCase(), first(address.query.cursor)]
  const found = typed === "" ? all : all.filter((row) => textOf(row).toLowerCase().includes(typed))
  const from = cursor ? found.findIndex(({ id }) => id === cursor) + 1 : 0
  const shown = found.slice(from, from + rows)
  return (
    <>
      {(typed !== "" || all.length > rows) && <LiveSearch address={address} label={words.search} hint={words.searchHint} button={words.searchButton} />}
      {typed !== "" && <p role="status" className="text-sm">{words.found(found.length)}</p>}
      <Table
        caption={caption}
        captionHidden
        rows={shown}
        rowKey={(row) => row.id}
        empty={typed === "" ? <Empty title={words.none}>{words.noneHint}</Empty> : <Empty title={words.notFound}>{words.notFoundHint}</Empty>}
        columns={columns}
      />
      <Pager address={address} shown={shown.length} total={found.length} next={from + rows < found.length ? (shown.at(-1)?.id ?? null) : null} rows={rows} />
    </>
  )
}
