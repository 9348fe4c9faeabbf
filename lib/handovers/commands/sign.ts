import { tryPassword } from "@/lib/access/commands/passwords"
import { record } from "@/lib/audit/record"
import { apply, handoverForChange, type Changed } from "@/lib/handovers/commands/change"
import { maySignFor } from "@/lib/handovers/policy"
import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { step } from "@/lib/handovers/rules/lifecycle"
import { missingTakers, partingHash, takersOf } from "@/lib/handovers/rules/parting"
import type { SignHandover } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor, asReader, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"

/** Hands over, with the password again: everything has its taker and stands as it is from now on. */
export async function handOver(actor: Actor, input: SignHandover): Promise<Result<Changed>> {
  const known = await passwordFor(actor, input)
  if (!known.ok) return known
  return asActor(actor, "handovers.hand-over", async (work) => {
    const handover = await handoverForChange(work, input)
    permit(maySignFor(actor, handover, handover.personId), handover)
    const status = accept(step(handover.status, "hand-over"))
    if (handover.items.some(({ takerPersonId }) => takerPersonId === null)) refuse("wrong-state", "handovers.refusals.undivided")
    await signWithin(work, handover, { kind: "hand-over", personId: handover.personId, reason: input.reason, confirmed: known.value })
    const changed = await apply(work, handover, status)
    await told(work, handover, { type: "handovers.handed-over", personId: handover.personId, status, reason: input.reason, count: handover.items.length })
    return changed
  })
}

/** Takes over one's part, with the password again; the last taker to sign moves the handover on. */
export async function takeOver(actor: Actor, input: SignHandover): Promise<Result<Changed>> {
  const known = await passwordFor(actor, input)
  if (!known.ok) return known
  return asActor(actor, "handovers.take-over", async (work) => {
    const handover = await handoverForChange(work, input)
    const personId = input.personId ?? actor.personId ?? ""
    permit(maySignFor(actor, handover, personId), handover)
    const missing = missingTakers(handover.items, handover.signatures)
    const status = accept(step(handover.status, "take-over", missing.every((taker) => taker === personId) ? "taken-over" : "handed-over"))
    if (!takersOf(handover.items).includes(personId)) refuse("not-allowed", "handovers.refusals.notTaker", { who: ["control-owner"] })
    if (!missing.includes(personId)) refuse("wrong-state", "handovers.refusals.signedAlready")
    await signWithin(work, handover, { kind: "take-over", personId, reason: input.reason, confirmed: known.value })
    const changed = await apply(work, handover, status)
    const count = handover.items.filter(({ takerPersonId }) => takerPersonId === personId).length
    await told(work, handover, { type: "handovers.taken-over", personId, status, reason: input.reason, count })
    return changed
  })
}

/** Whether the password is theirs; it is not even tried where the handover has moved on or is not there, which is said instead. */
export async function passwordFor(actor: Actor, { id, version, password }: { id: string; version?: number; password: string }): Promise<Result<boolean>> {
  const present = await asReader(actor, ({ tx }) => tx.handover.findUnique({ where: { id }, select: { version: true } }))
  const isStale = !present || (version !== undefined && version !== present.version)
  return isStale ? { ok: true, value: false } : tryPassword(actor, password)
}

type Signing = { kind: "hand-over" | "take-over" | "supervise"; personId: string; reason: string | undefined; confirmed: boolean }

/** Writes one signature over what passes on as it stands. */
export async function signWithin({ tx, now, actor }: Work, handover: HandoverRow, { kind, personId, reason, confirmed }: Signing): Promise<void> {
  const inPlace = personId !== actor.personId
  if (inPlace && !reason) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "reason", message: "handovers.errors.reasonInPlace" }] })
  if (!confirmed) refuse("invalid", "handovers.refusals.password", { errors: [{ path: "password", message: "handovers.errors.password" }] })
  await tx.handoverSignature.create({
    data: {
      id: newId(), unitId: handover.unitId, handoverId: handover.id, kind, personId, signedBy: actor.personId ?? "", reason: inPlace ? reason : null,
      hash: partingHash(handover), method: "password", signedAt: now,
    },
    select: { id: true },
  })
}

type Happening = { type: "handovers.handed-over" | "handovers.taken-over"; personId: string; status: string; reason: string | undefined; count: number }

async function told(work: Work, handover: HandoverRow, { type, personId, status, reason, count }: Happening): Promise<void> {
  const name = (await namesOf(work.tx, [personId])).get(personId)
  const inPlace = personId !== work.actor.personId
  await record(work, {
    type, unitId: handover.unitId, subjects: [{ kind: "handover", id: handover.id }, { kind: "person", id: personId }],
    params: { number: handover.number, name: name?.zh ?? "", nameEn: name?.en ?? "", count, inPlace: inPlace ? "yes" : "no" },
    before: { status: handover.status }, after: { status, hash: partingHash(handover), personId, signedBy: work.actor.personId }, why: inPlace ? reason : undefined,
  })
}
