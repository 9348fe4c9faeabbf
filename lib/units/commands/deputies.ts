import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { addDays, dateOf, dayOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayNameDeputy } from "@/lib/units/policy"
import { headOfPersonIn } from "@/lib/units/queries/head"
import { peopleIn } from "@/lib/units/queries/people"
import { roleSpellsIn } from "@/lib/units/queries/role-holders"
import { unitOf } from "@/lib/units/queries/units"
import { longestAbsence, runThrough } from "@/lib/units/rules"
import type { EndDeputy, NameDeputy } from "@/lib/units/schema"

/** Names who acts for somebody during an absence, both days included: they log evidence and confirm in their place, nothing more. */
export async function nameDeputy(actor: Actor, input: NameDeputy): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.name-deputy", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    const people = await peopleIn(work.tx, unit.id, today(work.now))
    const person = found(people.find(({ id }) => id === input.personId))
    permit(mayNameDeputy(actor, { unitId: unit.id, personId: person.id, headPersonId: await headOfPersonIn(work.tx, unit.id, person.id) }), { unitId: unit.id, id: person.id })
    const deputy = people.find(({ id }) => id === input.deputyId) ?? wrong("deputyId", "units.refusals.notOfUnit")
    if (deputy.id === person.id) wrong("deputyId", "units.errors.deputySelf")
    const from = input.from ?? today(work.now)
    if (from < today(work.now)) wrong("from", "units.errors.past")
    if (input.lastDay < from) wrong("lastDay", "units.errors.beforeBegin")
    if (input.lastDay > addDays(from, longestAbsence)) wrong("lastDay", "units.errors.deputyLong")
    if (!runThrough(await roleSpellsIn(work.tx, unit.id, deputy.id), from, input.lastDay)) wrong("deputyId", "units.errors.deputyNoRole")
    await work.tx.$queryRaw`select id from "Person" where id = ${person.id}::uuid for update`
    const other = await work.tx.deputy.count({ where: { unitId: unit.id, personId: person.id, endedAt: null, from: { lte: dateOf(input.lastDay) }, lastDay: { gte: dateOf(from) } } })
    if (other > 0) refuse("conflict", "units.refusals.deputyAlready")
    const id = newId()
    await work.tx.deputy.create({
      data: { id, unitId: unit.id, personId: person.id, deputyId: deputy.id, from: dateOf(from), lastDay: dateOf(input.lastDay), reason: input.reason, namedBy: actor.personId, namedAt: work.now }, select: { id: true },
    })
    await record(work, {
      type: "units.deputy-named", unitId: unit.id, subjects: [{ kind: "deputy", id }, { kind: "person", id: person.id }, { kind: "person", id: deputy.id }],
      params: { name: person.nameZh, nameEn: person.nameEn, deputy: deputy.nameZh, deputyEn: deputy.nameEn, from, to: input.lastDay },
      after: { personId: person.id, deputyId: deputy.id, from, lastDay: input.lastDay }, why: input.reason,
    })
    return { id }
  })
}

/** Ends it before its last day: from now on they act for nobody. */
export async function endDeputy(actor: Actor, input: EndDeputy): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.end-deputy", async (work) => {
    const row = found(await lockDeputy(work, input.id))
    permit(mayNameDeputy(actor, { ...row, headPersonId: await headOfPersonIn(work.tx, row.unitId, row.personId) }), { unitId: row.unitId, id: row.id })
    if (row.endedAt) refuse("wrong-state", "units.refusals.ended")
    await end(work, row)
    return { id: row.id }
  })
}

/** The same within an access review, which permits; false when it has ended already. */
export async function endDeputyWithin(work: Work, id: string): Promise<boolean> {
  const row = await lockDeputy(work, id)
  if (!row || row.endedAt || dayOf(row.lastDay) < today(work.now)) return false
  await end(work, row)
  return true
}

type DeputyRow = NonNullable<Awaited<ReturnType<typeof lockDeputy>>>

async function lockDeputy({ tx }: Work, id: string) {
  await tx.$queryRaw`select id from "Deputy" where id = ${id}::uuid for update`
  return tx.deputy.findUnique({ where: { id }, select: { id: true, unitId: true, personId: true, deputyId: true, lastDay: true, endedAt: true } })
}

async function end(work: Work, row: DeputyRow): Promise<void> {
  await work.tx.deputy.update({ where: { id: row.id }, data: { endedAt: work.now, endedBy: work.actor.personId }, select: { id: true } })
  const names = await namesOf(work.tx, [row.personId, row.deputyId])
  await record(work, {
    type: "units.deputy-ended", unitId: row.unitId, subjects: [{ kind: "deputy", id: row.id }, { kind: "person", id: row.personId }, { kind: "person", id: row.deputyId }],
    params: { name: names.get(row.personId)?.zh ?? "", nameEn: names.get(row.personId)?.en ?? "", deputy: names.get(row.deputyId)?.zh ?? "", deputyEn: names.get(row.deputyId)?.en ?? "" },
    before: { endedAt: null }, after: { endedAt: work.now.toISOString() },
  })
}

function wrong(path: string, message: string): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path, message }] })
}
