import { record } from "@/lib/audit/record"
import { departWithin } from "@/lib/handovers/commands/depart"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayPlacePeople } from "@/lib/units/policy"
import { holdingsIn, personIn } from "@/lib/units/queries/people"
import type { MoveDepartment } from "@/lib/units/schema"

/** Somebody changes to another department of their unit: the positions of the old one end today, and what they answered for there is handed over. */
export async function moveDepartment(actor: Actor, input: MoveDepartment): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.move-department", async (work) => {
    const { tx, now } = work
    await tx.$queryRaw`select id from "Person" where id = ${input.personId}::uuid for update`
    const person = fresh(found(await personIn(tx, input.personId)), input.version)
    permit(mayPlacePeople(actor, person), { unitId: person.unitId, id: person.id })
    const department = found(await tx.department.findUnique({ where: { id: input.departmentId }, select: { id: true, unitId: true, nameZh: true, nameEn: true } }))
    if (department.unitId !== person.unitId) refuse("not-found", "common.refusals.not-found")
    if (!person.active) refuse("wrong-state", "units.refusals.closed")
    if (department.id === person.departmentId) refuse("conflict", "units.refusals.sameDepartment")
    const on = today(now)
    const left = (await holdingsIn(tx, person.unitId, on)).filter((row) => row.personId === person.id && row.position.departmentId !== department.id && row.to === null)
    await tx.positionHolding.updateMany({ where: { id: { in: left.map(({ id }) => id) } }, data: { to: dateOf(on) } })
    // Before the change: the old department's head divides and supervises what is handed over.
    await departWithin(work, {
      unitId: person.unitId, personId: person.id, leavesOn: on, interimPersonId: input.interimPersonId, why: "department", left: left.map(({ id, positionId }) => ({ holdingId: id, positionId })),
    })
    await tx.person.update({ where: { id: person.id }, data: { departmentId: department.id, version: { increment: 1 } }, select: { id: true } })
    await record(work, {
      type: "units.department-changed", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }, { kind: "department", id: department.id }],
      params: { name: person.nameZh, nameEn: person.nameEn, department: department.nameZh, departmentEn: department.nameEn }, before: { departmentId: person.departmentId }, after: { departmentId: department.id },
    })
    return { id: person.id }
  })
}
