import type { List, Member } from "@/lib/distributions/rules/lists"
import { listsOf } from "@/lib/distributions/rules/lists"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf } from "@/lib/platform/days"
import { departmentsIn } from "@/lib/units/queries/units"
import { ownersIn } from "@/lib/units/queries/owners"
import { peopleIn } from "@/lib/units/queries/people"

const select = { id: true, unitId: true, editionId: true, personId: true, departmentId: true, owned: true, known: true, givenAt: true, dueOn: true, remindedAt: true, confirmedAt: true } as const

export type ListRow = Awaited<ReturnType<typeof listsIn>>[number]

/** The lists given out in a unit for an edition, in the order they were given. */
export async function listsIn(tx: Tx, where: { unitId?: string; editionId?: string; personId?: string; confirmedAt?: null }) {
  const rows = await tx.distribution.findMany({ where, orderBy: [{ givenAt: "asc" }, { id: "asc" }], select })
  return rows.map((row) => ({ ...row, dueOn: dayOf(row.dueOn) }))
}

export async function listIn(tx: Tx, id: string): Promise<ListRow | null> {
  const row = await tx.distribution.findUnique({ where: { id }, select })
  return row && { ...row, dueOn: dayOf(row.dueOn) }
}

/** What everybody of a unit has to know of an edition on a day. */
export async function wantedIn(tx: Tx, unit: { id: string; kind: string }, editionId: string, day: Day): Promise<List[]> {
  const points = await applicablePointsIn(tx, unit, editionId)
  const codes = new Map((await departmentsIn(tx, unit.id)).map((department) => [department.id, department.code]))
  const members: Member[] = (await peopleIn(tx, unit.id, day)).map(({ id, departmentId }) => ({
    personId: id, departmentId: departmentId && codes.has(departmentId) ? departmentId : null, departmentCode: codes.get(departmentId ?? "") ?? null,
  }))
  return listsOf(points, await ownersIn(tx, unit.id, day), members)
}
