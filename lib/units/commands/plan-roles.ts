import { isProduct, roles, type Role } from "@/lib/platform/actor"
import { newId } from "@/lib/platform/ids"
import { mayGrantRole, mayWithdrawRole } from "@/lib/units/policy"
import { days } from "./plan-holdings"
import { note, personSaid, repeated, same, say, unitSaid, type PlannedPerson, type PlannedUnit, type Planning } from "./planning"

type RoleRow = Planning["content"]["roles"][number]

/** Roles, each judged as if it were granted or ended by hand: nothing is given here that the asker could not give there. */
export function planRoles(p: Planning): void {
  const seen = new Map<string, number>()
  for (const row of p.content.roles) {
    const unit = unitSaid(p, "roles", row)
    const person = unit && personSaid(p, "roles", row.row, "person", row.person, unit.id)
    if (!unit || !person || repeated(p, "roles", "role", seen, row.row, `${unit.id} ${person.id} ${row.role}`)) continue
    const standing = p.before.grants.filter((one) => one.unitId === unit.id && one.personId === person.id && one.role === row.role)
    const last = standing.find(({ to }) => to === null) ?? standing.toSorted((one, other) => ((one.to ?? "") < (other.to ?? "") ? 1 : -1))[0]
    const ending = last !== undefined && p.gone.has(last.id)
    if (ending || (last && (row.to === null || standing.some(({ to }) => to === row.to)))) same(p, "role")
    else if (last && row.to !== null && (last.to === null || row.to < last.to)) endGrant(p, row, { unit, person, grant: last })
    else addGrant(p, row, { unit, person, after: last?.to ?? null })
  }
}

function addGrant(p: Planning, row: RoleRow, { unit, person, after }: { unit: PlannedUnit; person: PlannedPerson; after: string | null }): void {
  if (row.to !== null && row.to <= p.day) return same(p, "role")
  const from = after ?? row.from ?? p.day
  if (from < p.day && !isProduct(p.actor)) return void say(p, "roles", row.row, "from", "units.errors.past")
  if (row.to !== null && row.to <= from) return void say(p, "roles", row.row, "to", "units.errors.beforeBegin")
  if (!person.active) return void say(p, "roles", row.row, "person", "units.refusals.closed")
  const verdict = mayGrantRole(p.actor, { unitId: unit.keptAt, unitKind: unit.kind, personId: person.id, role: row.role, held: heldBy(p, person.id) })
  if (!verdict.allowed) return void say(p, "roles", row.row, "role", verdict.refusal.message)
  p.writes.grants.push({ id: newId(), unitId: unit.id, personId: person.id, role: row.role, from, to: row.to })
  note(p, { what: "added", kind: "role", unit: unit.code, code: person.email, zh: person.nameZh, en: person.nameEn, fields: [{ field: "role", before: null, after: row.role }, ...days(after ?? row.from, row.to)] })
}

function endGrant(p: Planning, row: RoleRow, { unit, person, grant }: { unit: PlannedUnit; person: PlannedPerson; grant: Planning["before"]["grants"][number] }): void {
  const verdict = mayWithdrawRole(p.actor, { unitId: unit.keptAt, personId: person.id })
  if (!verdict.allowed) return void say(p, "roles", row.row, "role", verdict.refusal.message)
  if (row.to === null) return
  const to = grant.from !== null && row.to < grant.from ? grant.from : row.to
  p.writes.grantedUntil.push({ id: grant.id, unitId: unit.id, personId: person.id, to })
  note(p, { what: "ended", kind: "role", unit: unit.code, code: person.email, zh: person.nameZh, en: person.nameEn, fields: [{ field: "role", before: row.role, after: row.role }, { field: "to", before: grant.to, after: to }] })
}

/** What a person holds already or is given by the rows before. */
function heldBy(p: Planning, personId: string): Role[] {
  const ending = new Set([...p.writes.grantedUntil.map(({ id, to }) => [id, to] as const), ...p.gone].flatMap(([id, to]) => (to <= p.day ? [id] : [])))
  const standing = p.before.grants.filter((one) => one.personId === personId && !ending.has(one.id)).map((one) => one.role)
  return [...standing, ...p.writes.grants.filter((one) => one.personId === personId).map((one) => one.role)].flatMap((held) => roles.find((role) => role === held) ?? [])
}
