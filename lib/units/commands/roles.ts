import { record } from "@/lib/audit/record"
import { departEverywhereWithin } from "@/lib/handovers/commands/depart"
import { type Actor, isProduct } from "@/lib/platform/actor"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
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

/** Takes a role back at once; the grant stays in the books as withdrawn. Whose last role it was hands over what they answer for. */
export async function withdrawRole(actor: Actor, input: WithdrawRole): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.withdraw-role", async (work) => {
    const grant = found(await lockGrant(work, input.id))
    permit(mayWithdrawRole(actor, grant), { unitId: grant.unitId, id: grant.personId })
    if (grant.withdrawnAt) refuse("wrong-state", "units.refusals.ended")
    await withdraw(work, grant, input.interimPersonId)
    return { id: grant.id }
  })
}

/** The same within an access review, which permits; false when it has ended already. */
export async function withdrawRoleWithin(work: Work, id: string): Promise<boolean> {
  const grant = await lockGrant(work, id)
  if (!grant || isOver(grant, today(work.now))) return false
  await withdraw(work, grant)
  return true
}

/** A role ends on a day (not counted) before the one that was agreed, within an access review; false when it has ended by then. */
export async function shortenRoleWithin(work: Work, id: string, until: Day): Promise<boolean> {
  const grant = await lockGrant(work, id)
  if (!grant || isOver(grant, until < today(work.now) ? today(work.now) : until)) return false
  const to = until > dayOf(grant.from) ? until : dayOf(grant.from)
  await work.tx.roleGrant.update({ where: { id: grant.id }, data: { to: dateOf(to) }, select: { id: true } })
  await record(work, {
    type: "units.role-shortened", unitId: grant.unitId, subjects: subjectsOf(grant), params: { ...(await wordsFor(work, grant)), to },
    before: { to: grant.to && dayOf(grant.to) }, after: { to },
  })
  return true
}

type GrantRow = { id: string; unitId: string; personId: string; role: string; from: Date; to: Date | null; withdrawnAt: Date | null }

async function lockGrant({ tx }: Work, id: string): Promise<GrantRow | null> {
  await tx.$queryRaw`select id from "RoleGrant" where id = ${id}::uuid for update`
  return tx.roleGrant.findUnique({ where: { id }, select: { id: true, unitId: true, personId: true, role: true, from: true, to: true, withdrawnAt: true } })
}

async function withdraw(work: Work, grant: GrantRow, interimPersonId?: string): Promise<void> {
  await work.tx.roleGrant.update({ where: { id: grant.id }, data: { withdrawnAt: work.now, withdrawnBy: work.actor.personId }, select: { id: true } })
  const [kept] = await work.tx.$queryRaw<{ any: boolean }[]>`select kp_holds_any_role(${grant.personId}::uuid, ${today(work.now)}::date) as any`
  if (!kept?.any) await departEverywhereWithin(work, { personId: grant.personId, leavesOn: today(work.now), interimPersonId, why: "role" })
  await record(work, { type: "units.role-withdrawn", unitId: grant.unitId, subjects: subjectsOf(grant), params: await wordsFor(work, grant), before: { role: grant.role } })
}

function isOver({ withdrawnAt, to }: GrantRow, day: Day): boolean {
  return withdrawnAt !== null || (to !== null && dayOf(to) <= day)
}

function subjectsOf(grant: GrantRow) {
  return [{ kind: "grant" as const, id: grant.id }, { kind: "person" as const, id: grant.personId }]
}

async function wordsFor({ tx }: Work, { personId, role }: GrantRow) {
  const name = (await namesOf(tx, [personId])).get(personId)
  return { name: name?.zh ?? "", nameEn: name?.en ?? "", role }
}
