import type { Actor, Role } from "@/lib/platform/actor"
import type { Day } from "@/lib/platform/days"
import type { Params } from "@/lib/platform/refusal"
import { comparable } from "@/lib/platform/workbook/cells"
import type { Organisation } from "@/lib/units/queries/organisation"
import type { ImportChange, ImportProblem, OrganisationContent } from "@/lib/units/schema"

type Named = { id: string; code: string; nameZh: string; nameEn: string }
export type PlannedUnit = Named & { kind: string; parentId: string | null; to: Day | null; /** The unit whose keeper may found this one; itself where it stands. */ keptAt: string }
export type PlannedDepartment = Named & { unitId: string }
export type PlannedPosition = Named & { unitId: string; departmentId: string }
export type PlannedPerson = {
  id: string; unitId: string; departmentId: string | null; email: string; employeeNumber: string | null; nameZh: string; nameEn: string; active: boolean; leaves: Day | null
}
type Spelled = { id: string; unitId: string; personId: string; from: Day | null; to: Day | null }
export type PlannedHolding = Spelled & { positionId: string }
export type PlannedGrant = Spelled & { role: Role }
type Changed<Data> = { id: string; unitId: string; data: Data }

/** A move to another unit that is for a later day. */
export type ComingMove = { personId: string; unitId: string; departmentId: string | null; positionId: string | null; on: Day }

/** What confirming writes. */
export type Writes = {
  units: (PlannedUnit & { country: string; from: Day | null })[]
  unitChanges: Changed<{ nameZh?: string; nameEn?: string; country?: string; from?: Day; to?: Day }>[]
  departments: PlannedDepartment[]
  departmentChanges: Changed<{ nameZh?: string; nameEn?: string; headPersonId?: string }>[]
  positions: PlannedPosition[]
  positionChanges: Changed<{ nameZh?: string; nameEn?: string; departmentId?: string }>[]
  people: (Omit<PlannedPerson, "leaves" | "active"> & { language: string; from: Day | null; to: Day | null })[]
  personChanges: Changed<{ departmentId?: string | null; employeeNumber?: string; nameZh?: string; nameEn?: string; language?: string; from?: Day; to?: Day }>[]
  holdings: PlannedHolding[]
  /** By a handover, as by hand: everywhere they answer for anything, or in the unit that they leave. */
  leaves: { id: string; unitId: string; on: Day }[]
  moves: { id: string; unitId: string; wasAt: string; departmentId: string | null }[]
  comingMoves: ComingMove[]
  heldUntil: { id: string; unitId: string; personId: string; positionId: string; to: Day }[]
  grants: PlannedGrant[]
  grantedUntil: { id: string; unitId: string; personId: string; to: Day }[]
}

/** An organisation's workbook against what stands: what it would do and what is wrong with it, filled sheet by sheet. */
export type Planning = {
  actor: Actor; day: Day; scope: { id: string; code: string }
  content: OrganisationContent; before: Organisation
  problems: ImportProblem[]; changes: ImportChange[]; unchanged: Map<ImportChange["kind"], number>; writes: Writes
  /** All that there will be, by id. */
  units: Map<string, PlannedUnit>; /** Who moves on a later day. */ coming: Set<string>; /** Holdings and roles that end with somebody who leaves or moves, and when. */ gone: Map<string, Day>; unitsSaid: Map<string, PlannedUnit>; departments: PlannedDepartment[]; positions: PlannedPosition[]; people: Map<string, PlannedPerson>
}

/** Without `Params`: a word of the room `organisation`; a whole message key where it holds a dot. */
export function say(p: Planning, sheet: string, row: number, column: string, message: string, params: Params = {}): null {
  const place = p.content.sheets[sheet]
  p.problems.push({ message: message.includes(".") ? message : `organisation.problems.${message}`, sheet: place?.name, cell: `${place?.letters[column] ?? "A"}${row}`, params })
  return null
}

/** The fields that a row says otherwise than they stand; an empty cell says nothing. */
export function differing<Data extends Record<string, string | null>>(before: Readonly<Record<string, string | null>>, said: Data): { data: { [Key in keyof Data]?: NonNullable<Data[Key]> }; fields: ImportChange["fields"] } {
  const fields = Object.entries(said).flatMap(([field, after]) => (after !== null && after !== before[field] ? [{ field, before: before[field] ?? null, after }] : []))
  const data: { [Key in keyof Data]?: NonNullable<Data[Key]> } = {}
  for (const { field, after } of fields) Object.assign(data, { [field]: after })
  return { data, fields }
}

export function note(p: Planning, change: ImportChange): void {
  p.changes.push(change)
}

export function same(p: Planning, kind: ImportChange["kind"]): void {
  p.unchanged.set(kind, (p.unchanged.get(kind) ?? 0) + 1)
}

/** One of several by its code, or by a name that only one of them bears. */
export function named<Entry extends Named>(entries: readonly Entry[], said: string): Entry | null {
  const wanted = comparable(said)
  const byCode = entries.find(({ code }) => comparable(code) === wanted)
  const byName = entries.filter(({ nameZh, nameEn }) => comparable(nameZh) === wanted || comparable(nameEn) === wanted)
  return byCode ?? (byName.length === 1 ? (byName[0] ?? null) : null)
}

/** The unit that a row is about, within the import's own: without a word, that one. */
export function unitSaid(p: Planning, sheet: string, row: { row: number; unit: string | null }): PlannedUnit | null {
  const word = comparable(row.unit ?? p.scope.code)
  const unit = p.unitsSaid.get(word) ?? named([...p.units.values()], word)
  if (unit) p.unitsSaid.set(word, unit)
  return unit ?? say(p, sheet, row.row, "unit", "unknown-unit", { value: row.unit ?? p.scope.code })
}

/** Somebody by address, or by the number that only one bears there (or anywhere). */
export function personSaid(p: Planning, sheet: string, row: number, column: string, said: string, unitId: string): PlannedPerson | null {
  const wanted = said.trim().toLowerCase()
  const person = byEmail(p).get(wanted) ?? numbered(p, wanted, unitId)
  return person ?? say(p, sheet, row, column, "unknown-person", { value: said })
}

function numbered(p: Planning, wanted: string, unitId: string): PlannedPerson | null {
  const all = [...p.people.values()].filter(({ employeeNumber }) => employeeNumber?.toLowerCase() === wanted)
  const here = all.filter((person) => person.unitId === unitId)
  const [only, ...more] = here.length > 0 ? here : all
  return more.length === 0 ? (only ?? null) : null
}

const addresses = new WeakMap<Planning, Map<string, PlannedPerson>>()

/** People by address; kept while a plan is made, for a thousand rows ask. */
export function byEmail(p: Planning): Map<string, PlannedPerson> {
  const kept = addresses.get(p)
  if (kept && kept.size === p.people.size) return kept
  const made = new Map([...p.people.values()].map((person) => [person.email.toLowerCase(), person]))
  addresses.set(p, made)
  return made
}

/** Twice the same in one sheet is a problem at the second. */
export function repeated(p: Planning, sheet: string, column: string, seen: Map<string, number>, row: number, key: string): boolean {
  const first = seen.get(key)
  if (first === undefined) seen.set(key, row)
  else say(p, sheet, row, column, "repeated", { first })
  return first !== undefined
}
