import { record } from "@/lib/audit/record"
import { departEverywhereWithin, departWithin } from "@/lib/handovers/commands/depart"
import { type Actor, isProduct } from "@/lib/platform/actor"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { accept, found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepUnit, mayPlacePeople } from "@/lib/units/policy"
import { personIn } from "@/lib/units/queries/people"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { unitOf } from "@/lib/units/queries/units"
import { beginning, ending } from "@/lib/units/rules"
import type { AddPerson, CloseAccount, HoldPosition, LeavePosition } from "@/lib/units/schema"

/** Enters a person into a unit. They can sign in once they have set a password. */
export async function addPerson(actor: Actor, input: AddPerson): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.add-person", (work) => addPersonWithin(work, input))
}

export async function addPersonWithin(work: Work, input: AddPerson): Promise<{ id: string }> {
  const unit = found(await unitOf(work.tx, input.unitId))
  permit(mayKeepUnit(work.actor, { unitId: unit.id }), { unitId: unit.id })
  const [known] = await work.tx.$queryRaw<{ id: string | null }[]>`select kp_person_by_email(${input.email}) as id`
  if (known?.id) refuse("conflict", "units.errors.emailTaken", { errors: [{ path: "email", message: "units.errors.emailTaken" }] })
  const id = newId()
  const { departmentId = null, ...rest } = input
  await work.tx.person.create({ data: { id, departmentId, ...rest, createdAt: work.now }, select: { id: true } })
  await record(work, { type: "units.person-added", unitId: unit.id, subjects: [{ kind: "person", id }], params: words(input), after: { ...rest, departmentId } })
  return { id }
}

/** Closes a person's account: they can no longer sign in; what they did stays, and what they answer for is handed over. */
export async function closeAccount(actor: Actor, input: CloseAccount): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.close-account", (work) => closeAccountWithin(work, input))
}

/** The same within another command. */
export async function closeAccountWithin(work: Work, input: CloseAccount): Promise<{ id: string }> {
  const { actor } = work
  await work.tx.$queryRaw`select id from "Person" where id = ${input.personId}::uuid for update`
  const person = fresh(found(await personIn(work.tx, input.personId)), input.version)
  permit(mayKeepUnit(actor, person), { unitId: person.unitId, id: person.id })
  if (person.id === actor.personId) refuse("separation-of-duties", "units.refusals.closeSelf", { who: ["administrator"] })
  if (!person.active) refuse("wrong-state", "units.refusals.closed")
  await departEverywhereWithin(work, { personId: person.id, leavesOn: today(work.now), interimPersonId: input.interimPersonId, why: "account" })
  await work.tx.person.update({ where: { id: person.id }, data: { active: false, version: { increment: 1 } }, select: { id: true } })
  await record(work, { type: "units.account-closed", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }], params: words(person), before: { active: true }, after: { active: false } })
  return { id: person.id }
}

/** Puts a person into a position from a day on; a position may have several holders, and a holder may come from another unit. */
export async function holdPosition(actor: Actor, input: HoldPosition): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.hold-position", (work) => holdPositionWithin(work, input))
}

/** The same within another command. */
export async function holdPositionWithin(work: Work, input: HoldPosition): Promise<{ id: string }> {
  const { actor } = work
  const position = found(await work.tx.position.findUnique({ where: { id: input.positionId }, select: { id: true, unitId: true, nameZh: true, nameEn: true } }))
  if (position.unitId !== input.unitId) refuse("not-found", "common.refusals.not-found")
  permit(mayPlacePeople(actor, position), { unitId: position.unitId, id: position.id })
  const person = found(await personIn(work.tx, input.personId))
  if (!person.active) refuse("wrong-state", "units.refusals.closed")
  const from = isProduct(actor) && input.from ? input.from : accept(beginning(input.from, today(work.now)))
  const unit = found(await unitOf(work.tx, position.unitId))
  refuseCeased(unit, from)
  await work.tx.$queryRaw`select id from "Position" where id = ${position.id}::uuid for update`
  const held = await work.tx.positionHolding.count({ where: { personId: person.id, positionId: position.id, to: null } })
  if (held > 0) refuse("conflict", "units.refusals.holdsAlready")
  const id = newId()
  await work.tx.positionHolding.create({
    data: { id, unitId: position.unitId, personId: person.id, positionId: position.id, from: dateOf(from), recordedBy: actor.personId, recordedAt: work.now }, select: { id: true },
  })
  await record(work, {
    type: "units.position-held", unitId: position.unitId, subjects: [{ kind: "position", id: position.id }, { kind: "person", id: person.id }],
    params: { ...words(person), position: position.nameZh, positionEn: position.nameEn, from }, after: { personId: person.id, positionId: position.id, from },
  })
  return { id }
}

/** Ends a holding: the person leaves the position on that day, and hands over what they answer for in it; with the last one, everything. */
export async function leavePosition(actor: Actor, input: LeavePosition): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.leave-position", async (work) => {
    const holding = found(await lockHolding(work, input.id))
    permit(mayPlacePeople(actor, holding), { unitId: holding.unitId, id: holding.id })
    await end(work, holding, accept(ending({ from: dayOf(holding.from), to: holding.to && dayOf(holding.to) }, input.to, today(work.now))), input.interimPersonId)
    return { id: holding.id }
  })
}

/** The same within an access review, which permits; false when it ends by then anyway. */
export async function leavePositionWithin(work: Work, id: string, to: Day, interimPersonId?: string): Promise<boolean> {
  const holding = await lockHolding(work, id)
  if (!holding || (holding.to && dayOf(holding.to) <= to)) return false
  await end(work, holding, to > dayOf(holding.from) ? to : dayOf(holding.from), interimPersonId)
  return true
}

type Holding = NonNullable<Awaited<ReturnType<typeof lockHolding>>>

async function lockHolding({ tx }: Work, id: string) {
  await tx.$queryRaw`select id from "PositionHolding" where id = ${id}::uuid for update`
  return tx.positionHolding.findUnique({
    where: { id }, select: { id: true, unitId: true, personId: true, from: true, to: true, position: { select: { id: true, nameZh: true, nameEn: true } } },
  })
}

async function end(work: Work, holding: Holding, to: Day, interimPersonId?: string): Promise<void> {
  await work.tx.positionHolding.update({ where: { id: holding.id }, data: { to: dateOf(to) }, select: { id: true } })
  const left = [{ holdingId: holding.id, positionId: holding.position.id }]
  await departWithin(work, { unitId: holding.unitId, personId: holding.personId, leavesOn: to, interimPersonId, why: "position", left })
  const person = (await namesOf(work.tx, [holding.personId])).get(holding.personId)
  await record(work, {
    type: "units.position-left", unitId: holding.unitId, subjects: [{ kind: "position", id: holding.position.id }, { kind: "person", id: holding.personId }],
    params: { name: person?.zh ?? "", nameEn: person?.en ?? "", position: holding.position.nameZh, positionEn: holding.position.nameEn, to }, after: { to },
  })
}

function words(named: { nameZh: string; nameEn: string }) {
  return { name: named.nameZh, nameEn: named.nameEn }
}
