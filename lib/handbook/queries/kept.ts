import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { type HandbookNodeRow, nodeRowsIn, pointRowsIn, type PointVersionRow } from "./rows"

/** All that one edition says, in its order; shared by all who may read it, so nothing in it may be changed. */
export type EditionWords = {
  id: string; departments: unknown; positions: unknown; nodes: HandbookNodeRow[]; points: PointVersionRow[]
  byPoint: Map<string, PointVersionRow>; byVersion: Map<string, PointVersionRow>
}

// Some megabytes each; of old editions hardly more than the one before is read.
const most = 4

declare global {
  /** One for the process: the parts that the server is built of have modules of their own. */
  var keypointEditions: Map<string, EditionWords> | undefined
}

// What the door has shown to this transaction's reader.
const shown = new WeakMap<Tx, Set<string>>()

/**
 * A published or superseded edition. Such a one never changes again (the database refuses it), so its words are read once for the
 * process; whether this reader may see it is asked of the database in each transaction. Null for a draft, which is never kept, for
 * what the reader does not see, and for what this transaction has published itself: it may yet be rolled back.
 */
export async function keptIn(tx: Tx, editionId: string): Promise<EditionWords | null> {
  if (!(await knowsFixed(tx, editionId))) return null
  const editions = (globalThis.keypointEditions ??= new Map())
  const edition = editions.get(editionId) ?? (await readIn(tx, editionId))
  editions.delete(editionId)
  editions.set(editionId, edition)
  for (const id of editions.keys()) if (editions.size > most) editions.delete(id)
  return edition
}

/** The same of any edition; a draft is read anew. One that the reader does not see says nothing. */
export async function wordsIn(tx: Tx, editionId: string): Promise<EditionWords> {
  return (await keptIn(tx, editionId)) ?? readIn(tx, editionId)
}

/** Points as kept editions word them, by the ids of the wordings; what is not kept is not among them. */
export async function keptWordingsIn(tx: Tx, pointVersionIds: readonly string[]): Promise<Map<string, PointVersionRow>> {
  const found = new Map<string, PointVersionRow>()
  const holding = holdersOf(pointVersionIds)
  const asked = holding.filter(({ id }) => !shown.get(tx)?.has(id)).map(({ id }) => id)
  if (asked.length > 0) await areFixed(tx, asked)
  for (const { id, rows } of holding) if (shown.get(tx)?.has(id)) for (const row of rows) found.set(row.id, row)
  return found
}

/** Which of the kept editions that hold these wordings the reader is shown, asked beside other questions: after `noteAllFixed`, `keptWordingsIn` asks no more. */
export function shownAmong(pointVersionIds: readonly string[]): Question<{ id: string }[]> {
  return rowsOf(fixedAmong(holdersOf(pointVersionIds).map(({ id }) => id)))
}

/** Which of all kept editions the reader is shown: for a page that learns only by other answers which wordings it needs. */
export function shownOfKept(): Question<{ id: string }[]> {
  return rowsOf(fixedAmong([...(globalThis.keypointEditions?.keys() ?? [])]))
}

function holdersOf(pointVersionIds: readonly string[]): { id: string; rows: PointVersionRow[] }[] {
  const editions = Array.from(globalThis.keypointEditions?.values() ?? [], ({ id, byVersion }) => ({ id, rows: pointVersionIds.flatMap((version) => byVersion.get(version) ?? []) }))
  return editions.filter(({ rows }) => rows.length > 0)
}

/** The codes of a kept edition's elements and processes in its order, whoever reads: to order something by, not to be shown. Null where none is kept. */
export function orderOf(editionId: string): readonly string[] | null {
  const edition = globalThis.keypointEditions?.get(editionId)
  return edition ? codesOf(edition) : null
}

const codesOf = onceFor(({ nodes }) => nodes.map(({ code }) => code))

/** Computes something once for each edition that is kept. */
export function onceFor<Value>(compute: (words: EditionWords) => Value): (words: EditionWords) => Value {
  const known = new WeakMap<EditionWords, { value: Value }>()
  return (words) => {
    const before = known.get(words)
    if (before) return before.value
    const value = frozen(compute(words))
    known.set(words, { value })
    return value
  }
}

/** Whether a row of "Edition" never changes again, in a statement that reads it for more. */
export const isFixed = Prisma.sql`(status in ('published', 'superseded') and (pg_current_xact_id_if_assigned() is null or "Edition".xmin <> pg_current_xact_id_if_assigned()::xid))`

/** Such a statement has shown this edition to the transaction's reader, and need not be followed by another. */
export function noteFixed(tx: Tx, editionId: string): void {
  const seen = shown.get(tx) ?? new Set<string>()
  shown.set(tx, seen.add(editionId))
}

async function knowsFixed(tx: Tx, editionId: string): Promise<boolean> {
  return shown.get(tx)?.has(editionId) === true || (await areFixed(tx, [editionId])).has(editionId)
}

/** Asks at once of several editions that will be read one after the other; gives those that are fixed. */
export async function areFixed(tx: Tx, editionIds: readonly string[]): Promise<Set<string>> {
  noteAllFixed(tx, await tx.$queryRaw<{ id: string }[]>(fixedAmong(editionIds)))
  return shown.get(tx) ?? new Set()
}

export function noteAllFixed(tx: Tx, editions: readonly { id: string }[]): void {
  for (const { id } of editions) noteFixed(tx, id)
}

function fixedAmong(editionIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`select id from "Edition" where id = any (${[...editionIds]}::uuid[]) and ${isFixed}`
}

async function readIn(tx: Tx, editionId: string): Promise<EditionWords> {
  const named = await tx.edition.findUnique({ where: { id: editionId }, select: { departments: true, positions: true } })
  const [nodes, points] = [await nodeRowsIn(tx, editionId), await pointRowsIn(tx, { editionId })]
  const all = frozen({ id: editionId, departments: named?.departments ?? [], positions: named?.positions ?? [], nodes, points })
  return { ...all, byPoint: new Map(points.map((row) => [row.pointId, row])), byVersion: new Map(points.map((row) => [row.id, row])) }
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
