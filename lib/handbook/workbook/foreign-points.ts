import { comparable } from "@/lib/platform/workbook/cells"
import type { CellValue } from "@/lib/platform/workbook/sheet-reader"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import { sameAsOwner, special, type Mapping } from "@/lib/handbook/schema/mapping"
import { fields, listOf, partsOf } from "./foreign-fields"
import type { Places } from "./foreign-places"
import type { ForeignColumn, ForeignRow } from "./foreign-table"
import { said } from "./foreign-values"
import { pointCells, type Cells } from "./rows"

/** One of our rows of cells, and where each stood in their table; rows of the handbook itself stood nowhere. */
export type OwnRow = { code: string; cells: Record<string, CellValue>; faulty: ReadonlySet<string>; origin: { sheet: string; number: number; letters: ReadonlyMap<string, string> } | null }

type Around = { mapping: Mapping; columns: ReadonlyMap<string, ForeignColumn[]>; places: Places; base: HandbookContent | null }

/** Values themselves: the reader takes them in place of names. */
export const asItself = (_: string, value: string) => value

/** Their row as one of ours: what it says, then what the handbook says of the same point, then the fixed contents. */
export function pointFromRow(row: ForeignRow, { mapping, columns, places, base }: Around): OwnRow {
  const text = (field: string) => said(row, columns.get(field) ?? []) || (columns.has(field) ? (mapping.fixed[field] ?? "") : "")
  const tidied = tidy(text("code"))
  const theirNode = text("node") || (/^\d/.test(tidied) ? "" : (mapping.fixed.node ?? ""))
  const before = pointOf(base, tidied)
  const known: Cells = before ? pointCells(before.point, before.node, asItself) : {}
  const plain = (field: string) => text(field) || String(known[field] ?? "") || (mapping.fixed[field] ?? "")

  const department = parts(text("department"), "department", mapping).map(places.department)[0] ?? String(known.department ?? mapping.fixed.department ?? "")
  const node = columns.has("node") || !before ? places.node(theirNode, tidied) || (mapping.fixed.node ?? "") : before.node
  const kind = [...(base?.chapters ?? []).map((chapter) => chapter.node), ...places.nodes].find((one) => one.code === node)?.kind
  const numbered = mapping.codes === "numbered" && !before
  const step = kind !== "process" ? "" : places.step(text("step") || String(known.step ?? "") || (mapping.fixed.step ?? ""), { node, code: numbered ? "" : tidied, department })
  const position = (theirs: string) => places.position(theirs, department)
  const owner = parts(text("ownerPosition"), "ownerPosition", mapping).map(position)[0] ?? plain("ownerPosition")
  const performing = text("performingPositions") ? parts(text("performingPositions"), "performingPositions", mapping).map(position).filter(Boolean).join("\n") : plain("performingPositions")
  const code = numbered ? numberIn(tidied, step || node) : tidied

  const cells: Record<string, CellValue> = {}
  for (const { key } of fields) cells[key] = shaped(key, plain(key), mapping) || null
  for (const { key, side } of fields) {
    const zh = key.replace(/En$/, "Zh")
    if (side === "en" && !columns.has(key) && columns.has(zh) && cells[zh] !== (known[zh] ?? null)) cells[key] = null
  }
  Object.assign(cells, { code: asNumber(row, columns) ?? code, node: node || null, step: step || null, department: department || null, ownerPosition: owner || null, performingPositions: performing === sameAsOwner ? owner || null : performing || null })
  const faulty = new Set([...columns].filter(([, list]) => list.some(({ column }) => row.cells.get(column)?.faulty)).map(([field]) => field))
  const letters = new Map([...columns].flatMap(([field, [first]]) => (first ? [[field, first.letters] as const] : [])))
  return { code, cells, faulty, origin: { sheet: row.sheet, number: row.number, letters } }
}

/** A value's parts as they are matched with ours; places are matched by their own rules. */
function parts(text: string, field: string, { values }: Mapping): string[] {
  const offer = listOf(field)
  if (!offer) return [text.trim()].filter(Boolean)
  const found = partsOf(text, offer)
  if (offer.list === "departments" || offer.list === "positions" || offer.list === "nodes") return found
  return found.map((part) => values[offer.list]?.[comparable(part)] || part).filter((part) => part !== special.drop)
}

function shaped(field: string, text: string, mapping: Mapping): string {
  if (field === "principle") return /\d+/.exec(text)?.[0] ?? text
  if (/^attributes/.test(field)) return text.split("\n").filter(Boolean).map((line, index) => (/^[A-Z]\s*[:：]/.test(line) ? line : `${String.fromCharCode(65 + index)}: ${line}`)).join("\n")
  return listOf(field) ? parts(text, field, mapping).join("\n") : text
}

/** A code as numbers with dots, whatever parted them or stood before them; what holds no such number stays as it is. */
function tidy(text: string): string {
  const bare = text.normalize("NFKC").replace(/[-_—–/\s、]+/g, ".").replace(/^\D+/, "").replace(/\.+$/, "")
  return /^\d+(\.\d+)+$/.test(bare) ? bare : text
}

function numberIn(text: string, below: string): string {
  const number = /(\d+)\D*$/.exec(text)?.[1]
  return number && below ? `${below}.${Number(number)}` : text
}

// Excel has made 3.10 into 3.1 where a code is stored as a number: the reader says so at its cell.
function asNumber(row: ForeignRow, columns: ReadonlyMap<string, ForeignColumn[]>): number | null {
  const [only, ...more] = columns.get("code") ?? []
  const value = only && more.length === 0 ? row.cells.get(only.column)?.value : null
  return typeof value === "number" && !Number.isInteger(value) ? value : null
}

function pointOf(base: HandbookContent | null, code: string) {
  for (const { node, points } of base?.chapters ?? []) {
    const point = points.find((one) => one.code === code)
    if (point) return { point, node: node.code }
  }
  return null
}
