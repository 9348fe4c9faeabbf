import { record } from "@/lib/audit/record"
import { type Actor, isProduct, roles } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayGrantRole, mayWithdrawRole } from "@/lib/units/policy"
import { grantsIn, personIn } from "@/lib/units/queries/people"
import { unitOf } from "@/lib/units/queries/units"
import { beginning } from "@/lib/units/rules"
import type { GrantRole, WithdrawRole } from "@/lib/units/schema"

/** Gives a person a role in a unit and the units below it (domain.md, "Who uses it"). */
export async function grantRole(actor: Actor, input: GrantRole): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.grant-role", (work) => grantRoleWithin(work, input))
}

/** The same within another command. */
export async function grantRoleWithin(work: Work, input: GrantRole): Promise<{ id: string }> {
  const { actor } = work
  const unit = found(await unitOf(work.tx, input.unitId))
  await work.tx.$queryRaw`select id from "Person" where id = ${input.personId}::uuid for update`
  const person = found(await personIn(work.tx, input.personId))
  const held = await grantsIn(work.tx, person.id, today(work.now))
  permit(mayGrantRole(actor, { ...input, unitKind: unit.kind, held: held.map((grant) => grant.role) }), { unitId: unit.id, id: person.id })
  if (held.some((grant) => grant.role === input.role && grant.unitId === unit.id && grant.to === null)) refuse("conflict", "units.refusals.hasRole")
  const from = isProduct(actor) && input.from ? input.from : accept(beginning(input.from, today(work.now)))
  const to = input.to ?? null
  if (to !== null && to <= from) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "to", message: "units.errors.beforeBegin" }] })
  const id = newId()
  await work.tx.roleGrant.create({
    data: { id, unitId: unit.id, personId: person.id, role: input.role, from: dateOf(from), to: to ? dateOf(to) : null, grantedBy: actor.personId, grantedAt: work.now }, select: { id: true },
  })
  await record(work, {
    type: "units.role-granted", unitId: unit.id, subjects: [{ kind: "grant", id }, { kind: "person", id: person.id }],
    params: { name: person.nameZh, nameEn: person.nameEn, role: input.role }, after: { personId: person.id, role: input.role, from, to },
  })
  return { id }
}

/** Takes a role back at once; the grant stays in the books as withdrawn. */
export async function withdrawRole(actor: Actor, input: WithdrawRole): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.withdraw-role", async (work) => {
    await work.tx.$queryRaw`select id from "RoleGrant" where id = ${input.id}::uuid for update`
    const grant = found(await work.tx.roleGrant.findUnique({ where: { id: input.id }, select: { id: true, unitId: true, personId: true, role: true, withdrawnAt: true } }))
    permit(mayWithdrawRole(actor, grant), { unitId: grant.unitId, id: grant.personId })
    if (grant.withdrawnAt) refuse("wrong-state", "units.refusals.ended")
    await work.tx.roleGrant.update({ where: { id: grant.id }, data: { withdrawnAt: work.now, withdrawnBy: actor.personId }, select: { id: true } })
    const person = await personIn(work.tx, grant.personId)
    await record(work, {
      type: "units.role-withdrawn", unitId: grant.unitId, subjects: [{ kind: "grant", id: grant.id }, { kind: "person", id: grant.personId }],
      params: { name: person?.nameZh ?? "", nameEn: person?.nameEn ?? "", role: roles.find((role) => role === grant.role) ?? grant.role }, before: { role: grant.role },
    })
    return { id: grant.id }
  })
}
