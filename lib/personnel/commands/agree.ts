import { record } from "@/lib/audit/record"
import { apply, changeForDecision, type Changed } from "@/lib/personnel/commands/change"
import { notice } from "@/lib/personnel/commands/compare"
import { type Move, permitMove } from "@/lib/personnel/commands/move"
import type { ChangeRow } from "@/lib/personnel/queries/changes"
import { step } from "@/lib/personnel/rules/lifecycle"
import type { Day } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { accept, found, refuse } from "@/lib/platform/refusal"
import { holdingsIn } from "@/lib/units/queries/people"
import { departmentIn, positionsIn } from "@/lib/units/queries/units"

/** Decides a move that is for a later day: agreed now, it takes effect by itself. */
export async function agreeWithin(work: Work, row: ChangeRow, move: Move): Promise<Changed & { personId: string }> {
  const status = accept(step(row.status, "carry-out", "agreed"))
  const person = await permitMove(work, move)
  const changed = await apply(work, row, status, {
    agreedUnitId: move.unitId, agreedDepartmentId: move.departmentId, agreedPositionId: move.positionId, agreedInterimId: move.interimPersonId ?? null,
  })
  await record(work, {
    type: "personnel.agreed", unitId: row.unitId, subjects: [{ kind: "personnel-change", id: row.id }, { kind: "person", id: person.id }],
    params: { name: row.nameZh, nameEn: row.nameEn ?? row.nameZh, on: row.on ?? "" }, before: { unitId: row.wasUnitId, department: row.wasDepartment, position: row.wasPosition },
    after: { status, unitId: move.unitId, departmentId: move.departmentId, positionId: move.positionId, on: row.on },
  })
  return { ...changed, personId: person.id }
}

/** Notices such a move and agrees it at once, for a workbook that was confirmed: it says who, where to and when. */
export async function agreeToMoveWithin(work: Work, { on, listName, ...move }: Omit<Move, "interimPersonId"> & { on: Day; listName: string }): Promise<void> {
  const { tx } = work
  const person = await permitMove(work, move)
  const was = await departmentIn(tx, person)
  const held = (await holdingsIn(tx, person.unitId, on)).find(({ personId }) => personId === person.id)
  const department = await departmentIn(tx, move)
  const position = (await positionsIn(tx, move.unitId)).find(({ id }) => id === move.positionId)
  const { nameZh, nameEn, email, employeeNumber } = person
  const [noticed] = await notice(work, [{
    kind: "mover", unitId: move.unitId, personId: person.id, employeeNumber, email, nameZh, nameEn, on,
    department: department?.code ?? null, departmentId: move.departmentId, position: position?.code ?? null, positionId: move.positionId,
    wasUnitId: person.unitId, wasDepartment: was?.nameZh ?? null, wasPosition: held?.position.nameZh ?? null,
  }], { source: "list", listName })
  if (!noticed) refuse("stale-version", "organisation.refusals.moved")
  const row = found(await tx.personnelChange.findFirst({ where: { kind: "mover", email, status: "open" }, select: { id: true } }))
  await agreeWithin(work, await changeForDecision(work, row), { ...move, interimPersonId: undefined })
}
