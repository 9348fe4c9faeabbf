import type { ListRow } from "@/lib/personnel/schema"
import type { Day } from "@/lib/platform/days"

export type ChangeKind = "joiner" | "mover" | "leaver"
type Named = { id: string; unitId: string; code: string; nameZh: string; nameEn: string }
type Known = { id: string; unitId: string; departmentId: string | null; email: string; employeeNumber: string | null; nameZh: string; nameEn: string; active: boolean }

/** What stands: the units within reach, their departments and positions, everybody known there, and who holds what. */
export type Ground = { units: (Omit<Named, "unitId">)[]; departments: Named[]; positions: Named[]; people: Known[]; holdings: { personId: string; positionId: string }[] }

export type Noticed = {
  kind: ChangeKind; unitId: string; personId: string | null; employeeNumber: string | null; email: string; nameZh: string; nameEn: string | null
  department: string | null; departmentId: string | null; position: string | null; positionId: string | null
  wasUnitId: string | null; wasDepartment: string | null; wasPosition: string | null; on: Day | null
}

export type Wrong = { row: number; column: "unit" | "email"; value: string; key: "unknownUnit" | "twice" }

const plain = (text: string) => text.normalize("NFKC").trim().toLowerCase()
const isCalled = (one: Omit<Named, "unitId">, said: string) => [one.code, one.nameZh, one.nameEn].some((name) => plain(name) === plain(said))

/**
 * A personnel list against who is known. People are found by number in their unit, else by address. Who is not in a `complete`
 * list of their unit leaves; without `complete` only who the list says to leave.
 */
export function compare(rows: readonly ListRow[], ground: Ground, { unitId, complete, day }: { unitId: string; complete: boolean; day: Day }): { noticed: Noticed[]; wrong: Wrong[] } {
  const [wrong, noticed, met, units, seen]: [Wrong[], Noticed[], Set<string>, Set<string>, Set<string>] = [[], [], new Set(), new Set([unitId]), new Set()]
  for (const row of rows) {
    const unit = row.unit === null ? ground.units.find(({ id }) => id === unitId) : ground.units.find((one) => isCalled(one, row.unit ?? ""))
    if (!unit) wrong.push({ row: row.row, column: "unit", value: row.unit ?? "", key: "unknownUnit" })
    else if (seen.has(plain(row.email))) wrong.push({ row: row.row, column: "email", value: row.email, key: "twice" })
    else {
      seen.add(plain(row.email))
      units.add(unit.id)
      const person = found(row, unit.id, ground.people)
      if (person) met.add(person.id)
      noticed.push(...noticedIn(row, unit.id, person, ground, day))
    }
  }
  const missing = complete ? ground.people.filter((person) => person.active && units.has(person.unitId) && !met.has(person.id)) : []
  return { wrong, noticed: [...noticed, ...missing.map((person) => leaving(person, ground, null))] }
}

function found(row: ListRow, unitId: string, people: readonly Known[]): Known | undefined {
  const byNumber = row.number === null ? undefined : people.find((one) => one.unitId === unitId && one.employeeNumber !== null && plain(one.employeeNumber) === plain(row.number ?? ""))
  return byNumber ?? people.find((one) => plain(one.email) === plain(row.email))
}

function noticedIn(row: ListRow, unitId: string, person: Known | undefined, ground: Ground, day: Day): Noticed[] {
  const gone = row.to !== null && row.to <= day
  if (!person) return gone ? [] : [{ ...said(row, unitId, ground), kind: "joiner", personId: null, ...nowhere, on: row.from }]
  if (!person.active) return []
  if (row.to !== null) return [leaving(person, ground, row.to)]
  const next = said(row, unitId, ground)
  const moves = unitId !== person.unitId || (row.department !== null && next.departmentId !== person.departmentId) || (row.position !== null && !holds(person, next.positionId, ground))
  return moves ? [{ ...next, kind: "mover", personId: person.id, ...standing(person, ground), email: person.email, on: row.from !== null && row.from > day ? row.from : null }] : []
}

const nowhere = { wasUnitId: null, wasDepartment: null, wasPosition: null }

function said(row: ListRow, unitId: string, ground: Ground) {
  const idOf = (entries: readonly Named[], name: string | null) => (name === null ? null : (entries.find((one) => one.unitId === unitId && isCalled(one, name))?.id ?? null))
  return {
    unitId, employeeNumber: row.number, email: plain(row.email), nameZh: row.nameZh, nameEn: row.nameEn,
    department: row.department, departmentId: idOf(ground.departments, row.department), position: row.position, positionId: idOf(ground.positions, row.position),
  }
}

function holds(person: Known, positionId: string | null, ground: Ground): boolean {
  return positionId !== null && ground.holdings.some((one) => one.personId === person.id && one.positionId === positionId)
}

function standing(person: Known, ground: Ground) {
  const held = ground.holdings.filter(({ personId }) => personId === person.id).flatMap(({ positionId }) => ground.positions.find(({ id }) => id === positionId)?.nameZh ?? [])
  return { wasUnitId: person.unitId, wasDepartment: ground.departments.find(({ id }) => id === person.departmentId)?.nameZh ?? null, wasPosition: held.join("、") || null }
}

/** Somebody known who goes, on a day or as soon as it is carried out. */
export function leaving(person: Known, ground: Ground, on: Day | null): Noticed {
  const { id, unitId, employeeNumber, email, nameZh, nameEn } = person
  return { kind: "leaver", unitId, personId: id, employeeNumber, email, nameZh, nameEn, department: null, departmentId: null, position: null, positionId: null, ...standing(person, ground), on }
}

type Said = { email: string; name?: string | null; employeeNumber?: string | null; department?: string | null; disabled?: boolean }

/** What a sign-in with the company's own account says otherwise than it stands; null when it says nothing new. */
export function noticedAtSignIn(identity: Said, person: Known | undefined, ground: Ground, companyId: string): Noticed | null {
  const { email, employeeNumber = null, department = null } = identity
  if (!person) {
    if (identity.disabled) return null
    const name = identity.name ?? email.split("@")[0] ?? email
    return { kind: "joiner", unitId: companyId, personId: null, employeeNumber, email, nameZh: name, nameEn: null, department, departmentId: null, position: null, positionId: null, ...nowhere, on: null }
  }
  const present = ground.departments.find(({ id }) => id === person.departmentId)
  if (department === null || (present && isCalled(present, department))) return null
  const next = ground.departments.find((one) => one.unitId === person.unitId && isCalled(one, department))
  return {
    kind: "mover", unitId: person.unitId, personId: person.id, employeeNumber: employeeNumber ?? person.employeeNumber, email: person.email, nameZh: person.nameZh, nameEn: person.nameEn,
    department, departmentId: next?.id ?? null, position: null, positionId: null, ...standing(person, ground), on: null,
  }
}
