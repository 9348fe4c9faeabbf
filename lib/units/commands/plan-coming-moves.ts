import type { Day } from "@/lib/platform/days"
import { named, note, say, same, type ComingMove, type PlannedPerson, type PlannedUnit, type Planning } from "./planning"

type Place = { unit: PlannedUnit; departmentId: string | null }

/**
 * Who moves to another unit on a later day is not moved now: confirming agrees the move as a personnel change, which takes effect on its day. Until
 * then everything of theirs stays as it is, and the same workbook says nothing new.
 */
export function planComingMove(p: Planning, row: Planning["content"]["people"][number], person: PlannedPerson, { unit, departmentId, on }: Place & { on: Day }): void {
  p.coming.add(person.id)
  if (person.id === p.actor.personId) return void say(p, "people", row.row, "unit", "units.refusals.closeSelf")
  const position = row.position === null ? null : named(p.positions.filter((one) => one.unitId === unit.id), row.position)
  if (row.position !== null && !position) return void say(p, "people", row.row, "position", "unknown-position", { value: row.position })
  const move: ComingMove = { personId: person.id, unitId: unit.id, departmentId, positionId: position?.id ?? null, on }
  const waiting = p.before.coming.find(({ email }) => email.toLowerCase() === person.email.toLowerCase())
  if (waiting) return isAlike(waiting, move) ? same(p, "person") : void say(p, "people", row.row, "from", "move-waits", { day: waiting.on ?? "" })
  p.writes.comingMoves.push(move)
  const codeOf = (id: string | null) => p.departments.find((one) => one.id === id)?.code ?? null
  note(p, {
    what: "changed", kind: "person", unit: unit.code, code: person.email, zh: person.nameZh, en: person.nameEn,
    fields: [
      { field: "takesEffect", before: null, after: on }, { field: "unit", before: p.units.get(person.unitId)?.code ?? null, after: unit.code },
      ...(departmentId === null ? [] : [{ field: "department", before: codeOf(person.departmentId), after: codeOf(departmentId) }]),
      ...(position ? [{ field: "position", before: null, after: position.code }] : []),
    ],
  })
}

function isAlike(waiting: Planning["before"]["coming"][number], move: ComingMove): boolean {
  return waiting.status === "agreed" && waiting.on === move.on && waiting.unitId === move.unitId && waiting.departmentId === move.departmentId && waiting.positionId === move.positionId
}
