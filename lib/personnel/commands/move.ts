import { departWithin } from "@/lib/handovers/commands/depart"
import { mayKeepPersonnel } from "@/lib/personnel/policy"
import { today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { found, permit, refuse } from "@/lib/platform/refusal"
import { holdPositionWithin, leavePositionWithin } from "@/lib/units/commands/people"
import { withdrawRoleWithin } from "@/lib/units/commands/roles"
import { grantsIn, holdingsIn, type PersonRow, personIn } from "@/lib/units/queries/people"

export type Move = { personId: string; unitId: string; departmentId: string | null; positionId: string | null; interimPersonId: string | undefined }

/** Somebody takes another position, department or unit: what they held ends today and is handed over; roles of a unit that they leave are withdrawn. */
export async function moveWithin(work: Work, { personId, unitId, departmentId, positionId, interimPersonId }: Move): Promise<void> {
  const { tx } = work
  const day = today(work.now)
  const person = await permitMove(work, { personId, unitId, departmentId, positionId })
  const present = (await holdingsIn(tx, person.unitId, day)).filter((row) => row.personId === person.id && row.positionId !== positionId)
  const ending = present.filter((row) => unitId !== person.unitId || positionId !== null || (departmentId !== null && row.position.departmentId !== departmentId))
  // Before the change: the old department's head divides and supervises what is handed over.
  const changes = unitId !== person.unitId || positionId !== null || (departmentId !== null && departmentId !== person.departmentId)
  const left = unitId === person.unitId ? ending.map(({ id, positionId: held }) => ({ holdingId: id, positionId: held })) : undefined
  if (changes) await departWithin(work, { unitId: person.unitId, personId: person.id, leavesOn: day, interimPersonId, why: "department", left })
  for (const { id } of ending) await leavePositionWithin(work, id, day, interimPersonId)
  if (unitId !== person.unitId) {
    for (const grant of await grantsIn(tx, person.id, day)) if (grant.unitId === person.unitId) await withdrawRoleWithin(work, grant.id)
  }
  await tx.person.update({ where: { id: person.id }, data: { unitId, departmentId: departmentId ?? (unitId === person.unitId ? person.departmentId : null), version: { increment: 1 } }, select: { id: true } })
  const already = (await holdingsIn(tx, unitId, day)).some((row) => row.personId === person.id && row.positionId === positionId)
  if (positionId && !already) await holdPositionWithin(work, { unitId, personId: person.id, positionId, from: undefined })
}

/** Who moves, locked, once it is sure that the asker may move them to there. */
export async function permitMove(work: Work, { personId, unitId, departmentId, positionId }: Omit<Move, "interimPersonId">): Promise<PersonRow> {
  const { tx } = work
  await tx.$queryRaw`select id from "Person" where id = ${personId}::uuid for update`
  const person = found(await personIn(tx, personId))
  if (!person.active) refuse("wrong-state", "personnel.refusals.gone")
  for (const unit of new Set([person.unitId, unitId])) permit(mayKeepPersonnel(work.actor, { unitId: unit }), { unitId: unit })
  const department = departmentId ? await tx.department.findUnique({ where: { id: departmentId }, select: { unitId: true } }) : null
  if (department && department.unitId !== unitId) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "departmentId", message: "personnel.errors.otherUnit" }] })
  const position = positionId ? await tx.position.findUnique({ where: { id: positionId }, select: { unitId: true } }) : null
  if (positionId && position?.unitId !== unitId) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "positionId", message: "personnel.errors.otherUnit" }] })
  return person
}
