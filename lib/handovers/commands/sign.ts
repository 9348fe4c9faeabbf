import { asProved, type Proved } from "@/lib/access/commands/proof"
import type { Proof } from "@/lib/access/schema"
import { record } from "@/lib/audit/record"
import { apply, handoverForChange, type Changed } from "@/lib/handovers/commands/change"
import { tellSigners } from "@/lib/handovers/commands/tell"
import { maySignFor } from "@/lib/handovers/policy"
import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { step } from "@/lib/handovers/rules/lifecycle"
import { missingTakers, partingHash, takersOf } from "@/lib/handovers/rules/parting"
import type { SignHandover } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { asReader, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"

/** Hands over, proving anew who one is: everything has its taker and stands as it is from now on. */
export async function handOver(actor: Actor, input: SignHandover): Promise<Result<Changed>> {
  return asProved(actor, "handovers.hand-over", await proofFor(actor, input), async (work, prove) => {
    const handover = await handoverForChange(work, input)
    permit(maySignFor(actor, handover, handover.personId), handover)
    const status = accept(step(handover.status, "hand-over"))
    if (handover.items.some(({ takerPersonId }) => takerPersonId === null)) refuse("wrong-state", "handovers.refusals.undivided")
    const method = await signWithin(work, handover, { kind: "hand-over", personId: handover.personId, reason: input.reason, prove })
    const changed = await apply(work, handover, status)
    await tellSigners(work, handover.id, "handed-over")
    await told(work, handover, { type: "handovers.handed-over", personId: handover.personId, status, reason: input.reason, method, count: handover.items.length })
    return changed
  })
}

/** Takes over one's part, proving anew who one is; the last taker to sign moves the handover on. */
export async function takeOver(actor: Actor, input: SignHandover): Promise<Result<Changed>> {
  return asProved(actor, "handovers.take-over", await proofFor(actor, input), async (work, prove) => {
    const handover = await handoverForChange(work, input)
    const personId = input.personId ?? actor.personId ?? ""
    permit(maySignFor(actor, handover, personId), handover)
    const missing = missingTakers(handover.items, handover.signatures)
    const status = accept(step(handover.status, "take-over", missing.every((taker) => taker === personId) ? "taken-over" : "handed-over"))
    if (!takersOf(handover.items).includes(personId)) refuse("not-allowed", "handovers.refusals.notTaker", { who: ["control-owner"] })
    if (!missing.includes(personId)) refuse("wrong-state", "handovers.refusals.signedAlready")
    const method = await signWithin(work, handover, { kind: "take-over", personId, reason: input.reason, prove })
    const changed = await apply(work, handover, status)
    if (status === "taken-over") await tellSigners(work, handover.id, "taken-over")
    const count = handover.items.filter(({ takerPersonId }) => takerPersonId === personId).length
    await told(work, handover, { type: "handovers.taken-over", personId, status, reason: input.reason, method, count })
    return changed
  })
}

/** What was given to prove who it is; not even looked at where the handover has moved on or is not there, which is said instead. */
export async function proofFor<Given extends Proof & { id: string; version?: number }>(actor: Actor, given: Given): Promise<Given | null> {
  const present = await asReader(actor, ({ tx }) => tx.handover.findUnique({ where: { id: given.id }, select: { version: true } }))
  return !present || (given.version !== undefined && given.version !== present.version) ? null : given
}

type Signing = { kind: "hand-over" | "take-over" | "supervise"; personId: string; reason: string | undefined; prove: () => Promise<Proved> }

/** Writes one signature over what passes on as it stands. */
export async function signWithin({ tx, now, actor }: Work, handover: HandoverRow, { kind, personId, reason, prove }: Signing): Promise<string> {
  const inPlace = personId !== actor.personId
  if (inPlace && !reason) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "reason", message: "handovers.errors.reasonInPlace" }] })
  const proved = await prove()
  await tx.handoverSignature.create({
    data: {
      id: newId(), unitId: handover.unitId, handoverId: handover.id, kind, personId, signedBy: actor.personId ?? "", reason: inPlace ? reason : null,
      hash: partingHash(handover), round: handover.round, method: proved.method, provedAt: proved.at, signedAt: now,
    },
    select: { id: true },
  })
  return proved.method
}

type Happening = { type: "handovers.handed-over" | "handovers.taken-over"; personId: string; status: string; reason: string | undefined; method: string; count: number }

async function told(work: Work, handover: HandoverRow, { type, personId, status, reason, method, count }: Happening): Promise<void> {
  const name = (await namesOf(work.tx, [personId])).get(personId)
  const inPlace = personId !== work.actor.personId
  await record(work, {
    type, unitId: handover.unitId, subjects: [{ kind: "handover", id: handover.id }, { kind: "person", id: personId }],
    params: { number: handover.number, name: name?.zh ?? "", nameEn: name?.en ?? "", count, inPlace: inPlace ? "yes" : "no" },
    before: { status: handover.status }, after: { status, hash: partingHash(handover), personId, signedBy: work.actor.personId, method }, why: inPlace ? reason : undefined,
  })
}
