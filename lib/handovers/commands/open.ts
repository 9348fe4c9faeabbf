import { record } from "@/lib/audit/record"
import type { Changed } from "@/lib/handovers/commands/change"
import { mayConduct } from "@/lib/handovers/policy"
import { belongingsIn, testedByIn, type Belonging } from "@/lib/handovers/queries/belongings"
import { headOfPersonIn } from "@/lib/units/queries/head"
import { handoverLifecycle, openStates } from "@/lib/handovers/rules/lifecycle"
import type { OpenHandover } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { endHoldingsWithin, passPointsWithin } from "@/lib/units/commands/pass"
import { personIn } from "@/lib/units/queries/people"
import { unitOf } from "@/lib/units/queries/units"

/**
 * Somebody leaves or moves: everything that they answer for at the unit is listed to be passed on, their positions end on
 * the day, and from then on the interim owner answers for their points, so that no day is without an owner (domain.md § 2).
 */
export async function openHandover(actor: Actor, input: OpenHandover): Promise<Result<Changed>> {
  return asActor(actor, "handovers.open", async (work) => {
    const { tx, now } = work
    const unit = found(await unitOf(tx, input.unitId))
    await tx.$queryRaw`select id from "Person" where id = ${input.personId}::uuid for update`
    const person = found(await personIn(tx, input.personId))
    permit(mayConduct(actor, { unitId: unit.id, personId: person.id, headPersonId: await headOfPersonIn(tx, unit.id, person.id) }), { unitId: unit.id, id: person.id })
    const open = await tx.handover.count({ where: { unitId: unit.id, personId: person.id, status: { in: [...openStates] } } })
    if (open > 0) refuse("conflict", "handovers.refusals.openAlready")
    const items = await belongingsIn(tx, { unitId: unit.id, personId: person.id }, input.leavesOn)
    if (items.length === 0) refuse("wrong-state", "handovers.refusals.nothing")
    await checkDays(work, input, items)
    const year = Number(today(now).slice(0, 4))
    const number = `交-${year}-${String(await nextNumber(work, unit.id, "handover", year)).padStart(3, "0")}`
    const [id, about] = [newId(), { unitId: unit.id, personId: person.id }]
    const holdings = await endHoldingsWithin(work, { ...about, to: input.leavesOn })
    await tx.handover.create({
      data: {
        id, ...about, number, kind: input.kind, leavesOn: dateOf(input.leavesOn), interimPersonId: input.interimPersonId ?? null, note: input.note, holdings,
        openedBy: actor.personId, openedAt: now,
      },
      select: { id: true },
    })
    await tx.handoverItem.createMany({ data: items.map((item) => ({ id: newId(), unitId: unit.id, handoverId: id, ...item })) })
    const points = items.flatMap((item) => (item.kind === "point" ? [item.subjectId] : []))
    const { interimPersonId } = input
    const interim = interimPersonId && points.length > 0
      ? await passPointsWithin(work, { unitId: unit.id, from: input.leavesOn, takers: new Map(points.map((point) => [point, interimPersonId])), before: [person.id] })
      : { pointIds: [], ownershipIds: [] }
    await record(work, {
      type: "handovers.opened", unitId: unit.id,
      subjects: [{ kind: "handover", id }, { kind: "person", id: person.id }, ...interim.ownershipIds.map((one) => ({ kind: "ownership" as const, id: one })), ...interim.pointIds.map((one) => ({ kind: "point" as const, id: one }))],
      params: { number, name: person.nameZh, nameEn: person.nameEn, count: items.length, from: input.leavesOn },
      after: { kind: input.kind, leavesOn: input.leavesOn, interimPersonId: interimPersonId ?? null, items: items.map(({ kind, code }) => `${kind} ${code}`), holdings }, why: input.note,
    })
    return { id, number, status: handoverLifecycle.initial, version: 1 }
  })
}

async function checkDays({ tx, now }: Work, { unitId, personId, leavesOn, interimPersonId }: OpenHandover, items: readonly Belonging[]): Promise<void> {
  const points = items.flatMap((item) => (item.kind === "point" ? [item.subjectId] : []))
  if (leavesOn < today(now)) wrong("leavesOn", "past")
  if (points.length > 0 && !interimPersonId) wrong("interimPersonId", "interimMissing")
  if (interimPersonId === personId) wrong("interimPersonId", "samePerson")
  const tested = interimPersonId ? await testedByIn(tx, { unitId, personId: interimPersonId }, points) : []
  if (tested.length > 0) refuse("separation-of-duties", "handovers.refusals.takerTests", { params: { codes: tested.slice(0, 8).join(", ") }, who: ["control-owner"] })
}

function wrong(path: string, key: string): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path, message: `handovers.errors.${key}` }] })
}
