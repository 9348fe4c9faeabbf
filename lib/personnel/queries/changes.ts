import { asAdministrator } from "@/lib/access/policy"
import { interimNeedsIn } from "@/lib/handovers/queries/interim"
import { isWaiting, personnelLifecycle } from "@/lib/personnel/rules/lifecycle"
import type { PersonnelFilter } from "@/lib/personnel/schema"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { readState } from "@/lib/platform/lifecycle"
import { namesOf } from "@/lib/platform/names"
import { departmentsIn, positionsIn } from "@/lib/units/queries/units"

const select = {
  id: true, unitId: true, source: true, listName: true, kind: true, personId: true, employeeNumber: true, email: true, nameZh: true, nameEn: true, department: true, departmentId: true,
  position: true, positionId: true, wasUnitId: true, wasDepartment: true, wasPosition: true, on: true, status: true, noticedAt: true, decidedBy: true, decidedAt: true, reason: true, version: true,
  agreedUnitId: true, agreedDepartmentId: true, agreedPositionId: true, agreedInterimId: true, tookEffectAt: true,
} as const

export type ChangeRow = NonNullable<Awaited<ReturnType<typeof changeIn>>>

/** A change that was noticed; null when it is not there for the asker. */
export async function changeIn(tx: Tx, id: string) {
  const row = await tx.personnelChange.findUnique({ where: { id }, select })
  return row && { ...row, on: row.on && dayOf(row.on), status: readState(personnelLifecycle, row.status) }
}

export type ListedChange = Awaited<ReturnType<typeof listChanges>>["items"][number]

/** Joiners, movers and leavers of the units that the reader administers, the latest noticed first; with what a mover or leaver answers for. */
export async function listChanges(administrator: Actor, filter: PersonnelFilter) {
  const actor = asAdministrator(administrator)
  return asReader(actor, async ({ tx }) => {
    const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
    if (unitId === null) return { items: [], next: null }
    const rows = await tx.personnelChange.findMany({
      where: { unitId, status: filter.status, kind: filter.kind }, orderBy: { id: "desc" }, take: filter.limit + 1, select, ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
    })
    const shown = rows.slice(0, filter.limit)
    const names = await namesOf(tx, shown.map((row) => row.decidedBy))
    const owned = await ownedIn(tx, shown.flatMap((row) => row.personId ?? []))
    const items = shown.map((row) => ({
      ...row, on: row.on && dayOf(row.on), points: owned.get(row.personId ?? "") ?? 0, decider: (row.decidedBy ? names.get(row.decidedBy) : null) ?? null,
      name: { zh: row.nameZh, en: row.nameEn } satisfies Text,
    }))
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
  })
}

async function ownedIn(tx: Tx, people: string[]): Promise<Map<string, number>> {
  const rows = await tx.ownership.groupBy({ by: ["personId"], where: { personId: { in: people }, voidedAt: null, to: null }, _count: true })
  return new Map(rows.map((row) => [row.personId, row._count]))
}

/** One change with what its form offers: the departments, positions and people of the unit that it leads to, or of another one that was chosen. */
export async function changePage(administrator: Actor, id: string, chosen?: string) {
  const actor = asAdministrator(administrator)
  return asReader(actor, async ({ tx, now }) => {
    const change = isId(id) ? await changeIn(tx, id) : null
    if (!change) return null
    const unitId = actor.units?.find((unit) => unit.id === chosen)?.id ?? change.unitId
    const names = await namesOf(tx, [change.decidedBy, change.agreedInterimId])
    const done = change.tookEffectAt ?? change.decidedAt
    const handovers = change.personId && done ? await tx.handover.findMany({ where: { personId: change.personId, openedAt: { gte: done } }, orderBy: { id: "asc" }, select: { id: true, number: true } }) : []
    return {
      change, handovers, unitId, day: today(now), agreed: await agreedIn(tx, change), interim: names.get(change.agreedInterimId ?? "") ?? null, departments: await departmentsIn(tx, unitId), positions: await positionsIn(tx, unitId), needs: change.personId && isWaiting(change.status) ? await interimNeedsIn(tx, change.personId, today(now)) : [],
      decider: (change.decidedBy ? names.get(change.decidedBy) : null) ?? null, points: (await ownedIn(tx, change.personId ? [change.personId] : [])).get(change.personId ?? "") ?? 0,
    }
  })
}

/** Where it was agreed that somebody moves to. */
async function agreedIn(tx: Tx, { agreedDepartmentId, agreedPositionId }: ChangeRow): Promise<Text[]> {
  const department = agreedDepartmentId ? await tx.department.findUnique({ where: { id: agreedDepartmentId }, select: { nameZh: true, nameEn: true } }) : null
  const position = agreedPositionId ? await tx.position.findUnique({ where: { id: agreedPositionId }, select: { nameZh: true, nameEn: true } }) : null
  return [department, position].flatMap((one) => (one ? [{ zh: one.nameZh, en: one.nameEn }] : []))
}
