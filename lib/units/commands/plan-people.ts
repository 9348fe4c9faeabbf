import { newId } from "@/lib/platform/ids"
import { addPersonSchema } from "@/lib/units/schema"
import { planComingMove } from "./plan-coming-moves"
import { byEmail, differing, named, note, repeated, same, say, unitSaid, type PlannedPerson, type PlannedUnit, type Planning } from "./planning"

type PersonRow = Planning["content"]["people"][number]

/** People by their address: new ones, changed ones, such as come from another unit of the import, and such as leave. */
export function planPeople(p: Planning): void {
  const [seen, numbers] = [new Map<string, number>(), new Map<string, number>()]
  for (const row of p.content.people) {
    const email = addPersonSchema.shape.email.safeParse(row.email)
    const unit = unitSaid(p, "people", row)
    if (!email.success) { say(p, "people", row.row, "email", "email", { value: row.email }); continue }
    if (!unit || repeated(p, "people", "email", seen, row.row, email.data)) continue
    if (row.number !== null && repeated(p, "people", "number", numbers, row.row, `${unit.id} ${row.number.toLowerCase()}`)) continue
    if (row.from && row.to && row.to < row.from) { say(p, "people", row.row, "to", "units.errors.beforeBegin"); continue }
    const department = row.department === null ? null : named(p.departments.filter((one) => one.unitId === unit.id), row.department)
    if (row.department !== null && !department) { say(p, "people", row.row, "department", "unknown-department", { value: row.department }); continue }
    const known = byEmail(p).get(email.data)
    if (numberTaken(p, row, unit, known)) continue
    if (known) changePerson(p, row, known, { unit, departmentId: department?.id ?? null })
    else addPerson(p, row, email.data, { unit, departmentId: department?.id ?? null })
  }
}

type Place = { unit: PlannedUnit; departmentId: string | null }

function numberTaken(p: Planning, row: PersonRow, unit: PlannedUnit, known: PlannedPerson | undefined): boolean {
  if (row.number === null) return false
  const other = p.before.people.find((one) => one.unitId === unit.id && one.employeeNumber?.toLowerCase() === row.number?.toLowerCase() && one.id !== known?.id)
  if (other) say(p, "people", row.row, "number", "number-taken", { value: row.number, name: other.nameZh })
  return other !== undefined
}

function addPerson(p: Planning, row: PersonRow, email: string, { unit, departmentId }: Place): void {
  if (p.before.taken.has(email)) return void say(p, "people", row.row, "email", "units.errors.emailTaken")
  if (row.to && row.to <= p.day) return void say(p, "people", row.row, "to", "left-before")
  const { nameZh, from, to } = row
  const entry = { id: newId(), unitId: unit.id, departmentId, email, employeeNumber: row.number, nameZh, nameEn: row.nameEn ?? nameZh }
  p.people.set(entry.id, { ...entry, active: true, leaves: to })
  p.writes.people.push({ ...entry, language: row.language ?? "zh-CN", from, to })
  note(p, { what: "added", kind: "person", unit: unit.code, code: email, zh: nameZh, en: entry.nameEn, fields: row.department === null ? [] : [{ field: "department", before: null, after: row.department }] })
}

function changePerson(p: Planning, row: PersonRow, known: PlannedPerson, { unit, departmentId }: Place): void {
  const before = p.before.people.find(({ id }) => id === known.id)
  if (!before) return
  const stays = before.to === row.to || row.to === null
  if (!before.active) return row.to !== null ? same(p, "person") : void say(p, "people", row.row, "email", "units.refusals.closed")
  const { nameZh, nameEn, language, from, to } = row
  const moves = before.unitId !== unit.id
  if (moves && !p.units.has(before.unitId)) return void say(p, "people", row.row, "email", "outside", { value: row.email })
  if (moves && from !== null && from > p.day) return planComingMove(p, row, known, { unit, departmentId, on: from })
  const leaves = !stays && to !== null
  if ((leaves || moves) && known.id === p.actor.personId) return void say(p, "people", row.row, leaves ? "to" : "unit", "units.refusals.closeSelf")
  const { data, fields } = differing({ nameZh: before.nameZh, nameEn: before.nameEn, language: before.language, from: before.from, to: before.to, employeeNumber: before.employeeNumber }, { nameZh, nameEn, language, from, to, employeeNumber: row.number })
  const names = new Map(p.departments.map(({ id, code }) => [id, code]))
  const departs = (departmentId !== null && departmentId !== before.departmentId) || (moves && before.departmentId !== null)
  if (departs) fields.push({ field: "department", before: names.get(before.departmentId ?? "") ?? null, after: names.get(departmentId ?? "") ?? null })
  if (moves) fields.push({ field: "unit", before: p.units.get(before.unitId)?.code ?? null, after: unit.code })
  if (fields.length === 0) return same(p, "person")
  if (leaves || moves) fields.push(...handedOver(p, known.id, leaves ? to : p.day))
  p.writes.personChanges.push({ id: known.id, unitId: unit.id, data: { ...data, ...(departs && !moves ? { departmentId } : {}) } })
  if (moves) p.writes.moves.push({ id: known.id, unitId: unit.id, wasAt: before.unitId, departmentId })
  if (leaves) p.writes.leaves.push({ id: known.id, unitId: unit.id, on: to })
  const { employeeNumber, nameZh: zh = known.nameZh, nameEn: en = known.nameEn } = data
  Object.assign(known, { nameZh: zh, nameEn: en, employeeNumber: employeeNumber ?? known.employeeNumber, unitId: unit.id, departmentId: departs ? departmentId : known.departmentId, active: !(leaves && to <= p.day), leaves: leaves ? to : known.leaves })
  note(p, { what: leaves ? "ended" : "changed", kind: "person", unit: unit.code, code: known.email, zh, en, fields })
  if (leaves) letGo(p, known.id, to)
  else if (moves) letGo(p, known.id, p.day, before.unitId)
}

/** What somebody who goes hands over: a handover opens when this is confirmed, with an interim owner from the first day. */
function handedOver(p: Planning, id: string, day: string): { field: string; before: null; after: string }[] {
  const count = p.before.owned.filter((one) => one.personId === id && (one.to === null || one.to > day)).reduce((sum, one) => sum + one.count, 0)
  return count > 0 ? [{ field: "handover", before: null, after: String(count) }] : []
}

/** Positions and roles end with who leaves; with who moves, those of the unit that they leave. */
function letGo(p: Planning, personId: string, to: string, unitId?: string): void {
  for (const one of [...p.before.holdings, ...p.before.grants]) {
    if (one.personId === personId && (one.to === null || one.to > to) && (!unitId || one.unitId === unitId)) p.gone.set(one.id, to)
  }
}
