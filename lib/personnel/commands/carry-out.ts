import { makeLinkWithin } from "@/lib/access/commands/links"
import { linkHours } from "@/lib/access/rules"
import { record } from "@/lib/audit/record"
import { agreeWithin } from "@/lib/personnel/commands/agree"
import { apply, changeForDecision, type Changed } from "@/lib/personnel/commands/change"
import { leaveWithin } from "@/lib/personnel/commands/leave"
import { moveWithin } from "@/lib/personnel/commands/move"
import { mayDecideChange, mayKeepPersonnel } from "@/lib/personnel/policy"
import type { ChangeRow } from "@/lib/personnel/queries/changes"
import { step } from "@/lib/personnel/rules/lifecycle"
import type { CarryOut } from "@/lib/personnel/schema"
import type { Actor } from "@/lib/platform/actor"
import { type Day, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, permit, type Result } from "@/lib/platform/refusal"
import { addPersonWithin, holdPositionWithin } from "@/lib/units/commands/people"
import { grantRoleWithin } from "@/lib/units/commands/roles"

export type Carried = Changed & { personId: string; /** Where a joiner sets the first password; told once. */ address: string | null }

const past = { joiner: "personnel.joined", mover: "personnel.moved", leaver: "personnel.left" } as const

/**
 * Carries a change out by the commands that do each part alone, in one transaction: enters, moves, or ends. A move that is for a
 * later day is agreed now and takes effect on that day.
 */
export async function carryOut(actor: Actor, input: CarryOut): Promise<Result<Carried>> {
  return asActor(actor, "personnel.carry-out", async (work) => {
    const row = await changeForDecision(work, input)
    permit(mayDecideChange(actor, row), row)
    if (isToCome(row, today(work.now))) return { ...(await agreeWithin(work, row, moveOf(row, input))), address: null }
    const status = accept(step(row.status, "carry-out", "carried-out"))
    const { personId, address } = await done(work, row, input)
    const changed = await apply(work, row, status, { personId })
    await record(work, {
      type: row.kind === "joiner" ? past.joiner : row.kind === "mover" ? past.mover : past.leaver, unitId: row.unitId,
      subjects: [{ kind: "personnel-change", id: row.id }, { kind: "person", id: personId }], params: { name: row.nameZh, nameEn: row.nameEn ?? row.nameZh },
      before: { unitId: row.wasUnitId, department: row.wasDepartment, position: row.wasPosition },
      after: { status, unitId: input.unitId ?? row.unitId, departmentId: input.departmentId ?? row.departmentId, positionId: input.positionId ?? row.positionId, role: input.role ?? null, on: row.on },
    })
    return { ...changed, personId, address }
  })
}

function isToCome({ kind, on }: ChangeRow, day: Day): boolean {
  return kind === "mover" && on !== null && on > day
}

function moveOf(row: ChangeRow, input: CarryOut) {
  return { personId: row.personId ?? "", unitId: input.unitId ?? row.unitId, departmentId: input.departmentId ?? row.departmentId, positionId: input.positionId ?? row.positionId, interimPersonId: input.interimPersonId }
}

async function done(work: Work, row: ChangeRow, input: CarryOut): Promise<{ personId: string; address: string | null }> {
  if (row.personId === null) return join(work, row, input)
  if (row.kind === "mover") await moveWithin(work, moveOf(row, input))
  else await leaveWithin(work, { personId: row.personId, on: row.on, interimPersonId: input.interimPersonId })
  return { personId: row.personId, address: null }
}

async function join(work: Work, row: ChangeRow, input: CarryOut): Promise<{ personId: string; address: string | null }> {
  const unitId = input.unitId ?? row.unitId
  permit(mayKeepPersonnel(work.actor, { unitId }), { unitId })
  const positionId = input.positionId ?? (unitId === row.unitId ? row.positionId : null)
  const departmentId = input.departmentId ?? (unitId === row.unitId ? (row.departmentId ?? undefined) : undefined)
  const person = await addPersonWithin(work, { unitId, departmentId, email: row.email, nameZh: row.nameZh, nameEn: row.nameEn ?? row.nameZh, language: "zh-CN", employeeNumber: row.employeeNumber ?? undefined })
  const from = row.on !== null && row.on > today(work.now) ? row.on : undefined
  if (positionId) await holdPositionWithin(work, { unitId, personId: person.id, positionId, from })
  if (input.role) await grantRoleWithin(work, { unitId, personId: person.id, role: input.role, from, to: input.until })
  const link = await makeLinkWithin(work, person, linkHours.made)
  return { personId: person.id, address: link.address }
}
