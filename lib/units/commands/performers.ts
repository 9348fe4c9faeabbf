import { record } from "@/lib/audit/record"
import { type Actor, isProduct } from "@/lib/platform/actor"
import { dateOf, dayOf, today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { mayAssign } from "@/lib/units/policy"
import { groundOf, headsOf } from "@/lib/units/queries/ground"
import { beginning, ending } from "@/lib/units/rules"
import type { AddPerformer, EndPerformer } from "@/lib/units/schema"

/** Adds somebody who performs a point that another owns; there may be several. */
export async function addPerformer(actor: Actor, input: AddPerformer): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.add-performer", async (work) => {
    const ground = found(await groundOf(work.tx, input.unitId, today(work.now)))
    const point = ground.points.find(({ pointId }) => pointId === input.pointId) ?? refuse("not-found", "units.refusals.notApplicable")
    permit(mayAssign(actor, { unitId: ground.unit.id, heads: headsOf(ground, [point]) }), { unitId: ground.unit.id, id: point.pointId })
    const person = ground.people.get(input.personId) ?? refuse("not-found", "units.refusals.notOfUnit")
    const from = isProduct(actor) && input.from ? input.from : accept(beginning(input.from, today(work.now)))
    refuseCeased(ground.unit, from)
    await work.tx.$queryRaw`select id from "Person" where id = ${person.id}::uuid for update`
    const same = { unitId: ground.unit.id, pointId: point.pointId, personId: person.id }
    if ((await work.tx.performer.count({ where: { ...same, to: null } })) > 0) refuse("conflict", "units.refusals.performsAlready")
    const id = newId()
    await work.tx.performer.create({ data: { id, ...same, from: dateOf(from), assignedBy: actor.personId, assignedAt: work.now }, select: { id: true } })
    await record(work, {
      type: "units.performer-added", unitId: ground.unit.id, subjects: [{ kind: "performer", id }, { kind: "point", id: point.pointId }, { kind: "person", id: person.id }],
      params: { name: person.nameZh, nameEn: person.nameEn, code: point.code, from }, after: { personId: person.id, from },
    })
    return { id }
  })
}

export async function endPerformer(actor: Actor, input: EndPerformer): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.end-performer", async (work) => {
    await work.tx.$queryRaw`select id from "Performer" where id = ${input.id}::uuid for update`
    const row = found(await work.tx.performer.findUnique({ where: { id: input.id }, select: { id: true, unitId: true, pointId: true, personId: true, from: true, to: true } }))
    const ground = found(await groundOf(work.tx, row.unitId, today(work.now)))
    const point = ground.points.find(({ pointId }) => pointId === row.pointId)
    permit(mayAssign(actor, { unitId: row.unitId, heads: point ? headsOf(ground, [point]) : [] }), { unitId: row.unitId, id: row.id })
    const to = accept(ending({ from: dayOf(row.from), to: row.to && dayOf(row.to) }, input.to, today(work.now)))
    await work.tx.performer.update({ where: { id: row.id }, data: { to: dateOf(to) }, select: { id: true } })
    const person = ground.people.get(row.personId)
    await record(work, {
      type: "units.performer-ended", unitId: row.unitId, subjects: [{ kind: "performer", id: row.id }, { kind: "point", id: row.pointId }, { kind: "person", id: row.personId }],
      params: { name: person?.nameZh ?? "", nameEn: person?.nameEn ?? "", code: point?.code ?? "", to }, after: { to },
    })
    return { id: row.id }
  })
}
