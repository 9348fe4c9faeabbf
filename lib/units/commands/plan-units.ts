import { newId } from "@/lib/platform/ids"
import { comparable } from "@/lib/platform/workbook/cells"
import type { Day } from "@/lib/platform/days"
import type { Outcome } from "@/lib/platform/refusal"
import { mayClose } from "@/lib/units/policy"
import { closing } from "@/lib/units/rules"
import { differing, named, note, personSaid, repeated, same, say, unitSaid, type Planning } from "./planning"

const text = (row: { nameZh: string; nameEn: string | null }) => ({ zh: row.nameZh, en: row.nameEn ?? row.nameZh })
const code = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u

/** Units below the import's own; one that stands keeps its kind and place in the tree. */
export function planUnits(p: Planning): void {
  const seen = new Map<string, number>()
  const standing = new Map(p.before.units.map((unit) => [comparable(unit.code), unit]))
  for (const row of p.content.units) {
    const key = comparable(row.code)
    if (repeated(p, "units", "code", seen, row.row, key)) continue
    if (row.from && row.to && row.to < row.from) { say(p, "units", row.row, "to", "units.errors.beforeBegin"); continue }
    if (row.country !== null && !/^[A-Z]{2}$/.test(row.country)) { say(p, "units", row.row, "country", "country", { value: row.country }); continue }
    const unit = standing.get(key)
    if (unit) changeUnit(p, row, unit)
    else addUnit(p, row)
  }
  for (const row of p.content.units) checkAround(p, row)
}

// Once all rows are known: a whole branch may close in one workbook.
function checkAround(p: Planning, row: UnitRow): void {
  const unit = [...p.units.values()].find(({ code: known }) => comparable(known) === comparable(row.code))
  if (!unit || !p.writes.unitChanges.some(({ id, data }) => id === unit.id && data.to !== undefined)) return
  const above = [...p.units.values(), ...p.before.units].find(({ id }) => id === unit.parentId)?.to ?? null
  const below = [...p.units.values()].filter(({ parentId }) => parentId === unit.id)
  sayClosing(p, row, closing({ ...unit, from: null, to: null }, unit.to, p.day, { above, below }))
}

function sayClosing(p: Planning, row: UnitRow, outcome: Outcome<Day | null>): boolean {
  if (outcome.ok) return true
  const { message, params } = outcome.refusal.errors?.[0] ?? outcome.refusal
  say(p, "units", row.row, "to", message ?? "units.errors.past", params)
  return false
}

type UnitRow = Planning["content"]["units"][number]

function changeUnit(p: Planning, row: UnitRow, unit: Planning["before"]["units"][number]): void {
  const entry = p.units.get(unit.id)
  if (!entry) return void say(p, "units", row.row, "code", "outside", { value: row.code })
  if (row.kind !== unit.kind) return void say(p, "units", row.row, "kind", "kind-stays")
  const parent = unit.parentId === null ? null : p.before.units.find(({ id }) => id === unit.parentId)
  const moves = row.parent !== null && (parent ? named([{ ...parent }], row.parent) === null : unit.parentId === null)
  if (moves) return void say(p, "units", row.row, "parent", "parent-stays")
  const { nameZh, nameEn, country, from, to } = row
  const { data, fields } = differing(unit, { nameZh, nameEn, country, from, to })
  if (fields.length === 0) return same(p, "unit")
  if (data.to !== undefined) {
    const verdict = mayClose(p.actor)
    if (!verdict.allowed) return void say(p, "units", row.row, "to", "units.refusals.close")
    if (!sayClosing(p, row, closing({ ...unit, from: data.from ?? unit.from }, data.to, p.day, { above: null, below: [] }))) return
  }
  Object.assign(entry, data)
  p.writes.unitChanges.push({ id: unit.id, unitId: unit.id, data })
  note(p, { what: data.to === undefined ? "changed" : "ended", kind: "unit", unit: unit.code, code: unit.code, ...text(row), fields })
}

function addUnit(p: Planning, row: UnitRow): void {
  if (!code.test(row.code)) return void say(p, "units", row.row, "code", "units.errors.code")
  if (row.kind === "company") return void say(p, "units", row.row, "kind", "units.errors.oneCompany")
  const parent = row.parent === null ? p.units.get(p.scope.id) : named([...p.units.values()], row.parent)
  if (!parent) return void say(p, "units", row.row, "parent", "unknown-unit", { value: row.parent ?? "" })
  const { nameZh, kind, from, to } = row
  const entry = { id: newId(), code: row.code, kind, nameZh, nameEn: row.nameEn ?? nameZh, parentId: parent.id, to, keptAt: parent.keptAt }
  p.units.set(entry.id, entry)
  const country = row.country ?? p.before.units.find(({ id }) => id === parent.keptAt)?.country ?? "CN"
  p.writes.units.push({ ...entry, country, from })
  note(p, { what: "added", kind: "unit", unit: row.code, code: row.code, ...text(row), fields: [{ field: "parent", before: null, after: parent.code }, { field: "kind", before: null, after: kind }] })
}

export function planDepartments(p: Planning): void {
  const seen = new Map<string, number>()
  for (const row of p.content.departments) {
    const unit = unitSaid(p, "departments", row)
    if (!unit || repeated(p, "departments", "code", seen, row.row, `${unit.id} ${comparable(row.code)}`)) continue
    const before = p.departments.find((one) => one.unitId === unit.id && comparable(one.code) === comparable(row.code))
    if (before) {
      const { data, fields } = differing(before, { nameZh: row.nameZh, nameEn: row.nameEn })
      if (fields.length === 0) { same(p, "department"); continue }
      Object.assign(before, data)
      p.writes.departmentChanges.push({ id: before.id, unitId: unit.id, data })
      note(p, { what: "changed", kind: "department", unit: unit.code, code: before.code, ...text(row), fields })
    } else if (!code.test(row.code)) say(p, "departments", row.row, "code", "units.errors.code")
    else {
      const entry = { id: newId(), unitId: unit.id, code: row.code, nameZh: row.nameZh, nameEn: row.nameEn ?? row.nameZh }
      p.departments.push(entry)
      p.writes.departments.push(entry)
      note(p, { what: "added", kind: "department", unit: unit.code, code: row.code, ...text(row), fields: [] })
    }
  }
}

/** Heads are named when all people and holdings are known: of the unit, or holding a position in it. */
export function planHeads(p: Planning): void {
  for (const row of p.content.departments) {
    const unit = row.head === null ? null : unitSaid(p, "departments", row)
    const department = unit && p.departments.find((one) => one.unitId === unit.id && comparable(one.code) === comparable(row.code))
    const head = department && personSaid(p, "departments", row.row, "head", row.head ?? "", unit.id)
    if (!head) continue
    const holds = p.before.holdings.some((one) => one.unitId === unit.id && one.personId === head.id) || p.writes.holdings.some((one) => one.unitId === unit.id && one.personId === head.id)
    if (!head.active || (head.unitId !== unit.id && !holds)) { say(p, "departments", row.row, "head", "units.refusals.notOfUnit"); continue }
    const present = p.before.departments.find(({ id }) => id === department.id)?.headPersonId ?? null
    if (present === head.id) continue
    p.writes.departmentChanges.push({ id: department.id, unitId: unit.id, data: { headPersonId: head.id } })
    const was = present ? nameOf(p.people.get(present)) : null
    note(p, { what: "changed", kind: "department", unit: unit.code, code: department.code, zh: department.nameZh, en: department.nameEn, fields: [{ field: "head", before: was, after: nameOf(head) }] })
  }
}

export function planPositions(p: Planning): void {
  const seen = new Map<string, number>()
  for (const row of p.content.positions) {
    const unit = unitSaid(p, "positions", row)
    if (!unit || repeated(p, "positions", "code", seen, row.row, `${unit.id} ${comparable(row.code)}`)) continue
    const department = named(p.departments.filter((one) => one.unitId === unit.id), row.department)
    if (!department) { say(p, "positions", row.row, "department", "unknown-department", { value: row.department }); continue }
    const before = p.positions.find((one) => one.unitId === unit.id && comparable(one.code) === comparable(row.code))
    if (before) changePosition(p, row, before, department)
    else if (!code.test(row.code)) say(p, "positions", row.row, "code", "units.errors.code")
    else {
      const entry = { id: newId(), unitId: unit.id, departmentId: department.id, code: row.code, nameZh: row.nameZh, nameEn: row.nameEn ?? row.nameZh }
      p.positions.push(entry)
      p.writes.positions.push(entry)
      note(p, { what: "added", kind: "position", unit: unit.code, code: row.code, ...text(row), fields: [{ field: "department", before: null, after: department.code }] })
    }
  }
}

function changePosition(p: Planning, row: Planning["content"]["positions"][number], before: Planning["positions"][number], department: Planning["departments"][number]): void {
  const { data, fields } = differing(before, { nameZh: row.nameZh, nameEn: row.nameEn })
  const was = p.departments.find(({ id }) => id === before.departmentId)
  const moved = was?.id === department.id ? [] : [{ field: "department", before: was?.code ?? null, after: department.code }]
  if (fields.length + moved.length === 0) return same(p, "position")
  Object.assign(before, data, { departmentId: department.id })
  p.writes.positionChanges.push({ id: before.id, unitId: before.unitId, data: { ...data, ...(moved.length > 0 ? { departmentId: department.id } : {}) } })
  note(p, { what: "changed", kind: "position", unit: p.units.get(before.unitId)?.code ?? "", code: before.code, zh: row.nameZh, en: row.nameEn ?? row.nameZh, fields: [...fields, ...moved] })
}

function nameOf(person: { nameZh: string; nameEn: string } | undefined): string {
  if (!person) return "…"
  return person.nameZh === person.nameEn ? person.nameZh : `${person.nameZh} ${person.nameEn}`
}
