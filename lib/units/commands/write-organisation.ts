import { record } from "@/lib/audit/record"
import type { Facts, Subject } from "@/lib/audit/events"
import { dateOf, type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { agreeToMoveWithin } from "@/lib/personnel/commands/agree"
import { leaveWithin } from "@/lib/personnel/commands/leave"
import { moveWithin } from "@/lib/personnel/commands/move"
import { leavePositionWithin } from "@/lib/units/commands/people"
import { shortenRoleWithin, withdrawRoleWithin } from "@/lib/units/commands/roles"
import type { ImportChange } from "@/lib/units/schema"
import type { Planning, Writes } from "./planning"

const rowsAtOnce = 1_000

/** Writes a plan, a statement for each kind of row, and records one event in each unit that it touches. */
export async function writeOrganisationWithin(work: Work, { writes, changes, units }: Planning, source: { name: string; importId: string | null }): Promise<void> {
  const { tx, now, actor } = work
  // One after another: each makes its unit reachable for the next.
  for (const { keptAt: _, from, to, ...unit } of writes.units) await tx.unit.create({ data: { ...unit, ...spell(from, to), createdAt: now }, select: { id: true } })
  for (const { id, data: { from, to, ...data } } of writes.unitChanges) {
    await tx.unit.update({ where: { id }, data: { ...data, ...spell(from, to), version: { increment: 1 } }, select: { id: true } })
  }
  await each(writes.departments, (data) => tx.department.createMany({ data }))
  await each(writes.positions, (data) => tx.position.createMany({ data }))
  for (const { id, data } of writes.positionChanges) await tx.position.update({ where: { id }, data, select: { id: true } })
  await each(writes.people, (rows) => tx.person.createMany({ data: rows.map(({ from, to, ...row }) => ({ ...row, ...spell(from, to), createdAt: now })) }))
  for (const { id, data: { from, to, ...data } } of writes.personChanges) {
    await tx.person.update({ where: { id }, data: { ...data, ...spell(from, to), version: { increment: 1 } }, select: { id: true } })
  }
  for (const { id, unitId, departmentId } of writes.moves) await moveWithin(work, { personId: id, unitId, departmentId, positionId: null, interimPersonId: undefined })
  for (const move of writes.comingMoves) await agreeToMoveWithin(work, { ...move, listName: source.name })
  for (const { id, data } of writes.departmentChanges) await tx.department.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } })
  await each(writes.holdings, (rows) => tx.positionHolding.createMany({ data: rows.map(({ from, to, ...row }) => ({ ...row, from: dateOf(from ?? ""), to: to ? dateOf(to) : null, recordedBy: actor.personId, recordedAt: now })) }))
  await each(writes.grants, (rows) => tx.roleGrant.createMany({ data: rows.map(({ from, to, ...row }) => ({ ...row, from: dateOf(from ?? ""), to: to ? dateOf(to) : null, grantedBy: actor.personId, grantedAt: now })) }))
  // As by hand: what somebody answers for there is handed over, sessions end with roles, and each has its own event.
  for (const { id, to } of writes.heldUntil) await leavePositionWithin(work, id, to)
  for (const { id, to } of writes.grantedUntil) await (to <= today(now) ? withdrawRoleWithin(work, id) : shortenRoleWithin(work, id, to))
  for (const { id, on } of writes.leaves) await leaveWithin(work, { personId: id, on, interimPersonId: undefined })
  await recordEach(work, { writes, changes, codes: new Map([...units.values()].map(({ id, code }) => [id, code])) }, source)
}

type Recorded = { writes: Writes; changes: readonly ImportChange[]; codes: ReadonlyMap<string, string> }

async function recordEach(work: Work, { writes, changes, codes }: Recorded, { name, importId }: { name: string; importId: string | null }): Promise<void> {
  const subjects = new Map<string, Subject[]>()
  const add = (unitId: string, ...more: Subject[]) => subjects.set(unitId, [...(subjects.get(unitId) ?? []), ...more])
  for (const { id } of [...writes.units, ...writes.unitChanges]) add(id, { kind: "unit", id })
  for (const { id, unitId } of [...writes.departments, ...writes.departmentChanges]) add(unitId, { kind: "department", id })
  for (const { id, unitId } of [...writes.positions, ...writes.positionChanges]) add(unitId, { kind: "position", id })
  for (const { id, unitId } of writes.people) add(unitId, { kind: "person", id })
  for (const { id, unitId } of writes.personChanges) add(unitId, { kind: "person", id })
  for (const { personId, unitId } of writes.comingMoves) add(unitId, { kind: "person", id: personId })
  for (const { id, wasAt } of writes.moves) add(wasAt, { kind: "person", id })
  for (const { unitId, personId, positionId } of [...writes.holdings, ...writes.heldUntil]) add(unitId, { kind: "person", id: personId }, { kind: "position", id: positionId })
  for (const { id, unitId, personId } of [...writes.grants, ...writes.grantedUntil]) add(unitId, { kind: "grant", id }, { kind: "person", id: personId })
  const known = new Map([...codes].map(([id, code]) => [code, id]))
  const byUnit = Map.groupBy(changes, ({ unit }) => known.get(unit) ?? "")
  for (const [unitId, told] of [...subjects].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const here = byUnit.get(unitId) ?? []
    const count = (what: ImportChange["what"]) => here.filter((one) => one.what === what).length
    await record(work, {
      type: "units.organisation-imported", unitId, subjects: unique([...told, ...(importId ? [{ kind: "import" as const, id: importId }] : [])]),
      params: { name, added: count("added"), changed: count("changed"), ended: count("ended") }, after: facts(here),
    })
  }
}

/** What changed, by kind and code: `role`: `ann@…`: `tester`. */
function facts(changes: readonly ImportChange[]): Facts {
  return Object.fromEntries([...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, rows]) => [
    kind, rows.map(({ what, code, fields }) => ({ what, code, ...Object.fromEntries(fields.map(({ field, before, after }) => [field, before === null ? after : [before, after]])) })),
  ]))
}

function unique(subjects: Subject[]): Subject[] {
  return [...new Map(subjects.map((one) => [`${one.kind} ${one.id}`, one])).values()]
}

async function each<Row>(rows: readonly Row[], write: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await write(rows.slice(at, at + rowsAtOnce))
}

function spell(from: Day | null | undefined, to: Day | null | undefined) {
  return { from: from ? dateOf(from) : undefined, to: to ? dateOf(to) : undefined }
}
