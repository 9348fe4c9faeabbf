import type { Changed } from "@/lib/handovers/commands/change"
import { beginWithin } from "@/lib/handovers/commands/begin"
import { mayConduct } from "@/lib/handovers/policy"
import { belongingsIn, testedByIn, type Belonging } from "@/lib/handovers/queries/belongings"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import type { OpenHandover } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { endHoldingsWithin } from "@/lib/units/commands/pass"
import { headOfPersonIn } from "@/lib/units/queries/head"
import { personIn } from "@/lib/units/queries/people"
import { unitOf } from "@/lib/units/queries/units"

/**
 * Somebody leaves or moves: everything that they answer for at the unit is listed to be passed on, their positions end on
 * the day, and from then on the interim owner answers for their points, so that no day is without an owner (domain.md § 2).
 */
export async function openHandover(actor: Actor, input: OpenHandover): Promise<Result<Changed>> {
  return asActor(actor, "handovers.open", async (work) => {
    const { tx } = work
    const unit = found(await unitOf(tx, input.unitId))
    await tx.$queryRaw`select id from "Person" where id = ${input.personId}::uuid for update`
    const person = found(await personIn(tx, input.personId))
    permit(mayConduct(actor, { unitId: unit.id, personId: person.id, headPersonId: await headOfPersonIn(tx, unit.id, person.id) }), { unitId: unit.id, id: person.id })
    const open = await tx.handover.count({ where: { unitId: unit.id, personId: person.id, status: { in: [...openStates] } } })
    if (open > 0) refuse("conflict", "handovers.refusals.openAlready")
    const about = { unitId: unit.id, personId: person.id }
    const items = await belongingsIn(tx, about, input.leavesOn)
    if (items.length === 0) refuse("wrong-state", "handovers.refusals.nothing")
    await checkDays(work, input, items)
    const holdings = await endHoldingsWithin(work, { ...about, to: input.leavesOn })
    return beginWithin(work, { ...input, person, items, holdings, interimPersonId: input.interimPersonId ?? null })
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
