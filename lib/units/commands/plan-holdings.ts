import { isProduct } from "@/lib/platform/actor"
import type { Day } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { byEmail, named, note, personSaid, repeated, same, say, unitSaid, type PlannedPerson, type PlannedPosition, type PlannedUnit, type Planning } from "./planning"

type Said = { sheet: "people" | "holdings"; row: number; unit: PlannedUnit; person: PlannedPerson; position: PlannedPosition; from: Day | null; to: Day | null }

/** Who holds which position: a row of its own, or the position that stands beside a person. */
export function planHoldings(p: Planning): void {
  const seen = new Map<string, number>()
  for (const row of p.content.people) {
    const person = byEmail(p).get(row.email.trim().toLowerCase())
    if (row.position === null || !person || p.coming.has(person.id)) continue
    const [unit, position] = [p.units.get(person.unitId), named(p.positions.filter((one) => one.unitId === person.unitId), row.position)]
    if (!position) say(p, "people", row.row, "position", "unknown-position", { value: row.position })
    // The day beside a person is when they came; they hold the position from then only if that day is still to come.
    else if (unit && person.active) planOne(p, { sheet: "people", row: row.row, unit, person, position, from: row.from && row.from > p.day ? row.from : null, to: row.to })
  }
  for (const row of p.content.holdings) {
    const unit = unitSaid(p, "holdings", row)
    const position = unit && named(p.positions.filter((one) => one.unitId === unit.id), row.position)
    if (unit && !position) say(p, "holdings", row.row, "position", "unknown-position", { value: row.position })
    const person = unit && personSaid(p, "holdings", row.row, "person", row.person, unit.id)
    if (!unit || !position || !person || repeated(p, "holdings", "person", seen, row.row, `${person.id} ${position.id}`)) continue
    planOne(p, { sheet: "holdings", row: row.row, unit, person, position, from: row.from, to: row.to })
  }
}

function planOne(p: Planning, said: Said): void {
  const { person, position } = said
  if (p.writes.holdings.some((one) => one.personId === person.id && one.positionId === position.id)) return
  const held = p.before.holdings.find((one) => one.personId === person.id && one.positionId === position.id)
  if (held) endOne(p, said, held)
  else addOne(p, said)
}

function addOne(p: Planning, { sheet, row, unit, person, position, from, to }: Said): void {
  if (to !== null && to <= p.day) return same(p, "holding")
  if (from !== null && from < p.day && !isProduct(p.actor)) return void say(p, sheet, row, "from", "units.errors.past")
  if (!person.active) return void say(p, sheet, row, "person", "units.refusals.closed")
  const begins = from ?? p.day
  if (to !== null && to < begins) return void say(p, sheet, row, "to", "units.errors.beforeBegin")
  p.writes.holdings.push({ id: newId(), unitId: unit.id, personId: person.id, positionId: position.id, from: begins, to })
  note(p, { what: "added", kind: "holding", unit: unit.code, code: person.email, zh: person.nameZh, en: person.nameEn, fields: [{ field: "position", before: null, after: position.code }, ...days(from, to)] })
}

function endOne(p: Planning, { sheet, row, unit, person, position, to }: Said, held: Planning["before"]["holdings"][number]): void {
  if (to === null || to === held.to || p.gone.has(held.id)) return same(p, "holding")
  if (held.to !== null) return void say(p, sheet, row, "to", "units.refusals.ended")
  if (held.from !== null && to < held.from) return void say(p, sheet, row, "to", "units.errors.beforeBegin")
  p.writes.heldUntil.push({ id: held.id, unitId: unit.id, personId: person.id, positionId: position.id, to })
  note(p, { what: "ended", kind: "holding", unit: unit.code, code: person.email, zh: person.nameZh, en: person.nameEn, fields: [{ field: "position", before: position.code, after: position.code }, { field: "to", before: null, after: to }] })
}

/** The days that a row names; one that it leaves open is the day of the confirmation. */
export function days(from: Day | null, to: Day | null) {
  return [...(from ? [{ field: "from", before: null, after: from }] : []), ...(to ? [{ field: "to", before: null, after: to }] : [])]
}
