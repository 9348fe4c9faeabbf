import { record } from "@/lib/audit/record"
import { apply, handoverForChange, type Changed } from "@/lib/handovers/commands/change"
import { about, tellSigners } from "@/lib/handovers/commands/tell"
import { mayDecline } from "@/lib/handovers/policy"
import { step } from "@/lib/handovers/rules/lifecycle"
import type { DeclineHandover } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { accept, permit, type Result } from "@/lib/platform/refusal"

/**
 * A taker does not take over, and says why: their part has no taker again, and what was signed counts no more, for it is
 * divided anew. The interim owner goes on answering. (domain.md § 2)
 */
export async function declineHandover(actor: Actor, input: DeclineHandover): Promise<Result<Changed>> {
  return asActor(actor, "handovers.decline", async (work) => {
    const handover = await handoverForChange(work, input)
    const status = accept(step(handover.status, "decline"))
    permit(mayDecline(actor, handover), handover)
    const changed = await apply(work, handover, status, { round: handover.status === status ? handover.round : handover.round + 1 })
    const items = handover.items.filter(({ takerPersonId }) => takerPersonId === actor.personId)
    await work.tx.handoverItem.updateMany({ where: { id: { in: items.map(({ id }) => id) } }, data: { takerPersonId: null } })
    await tellSigners(work, handover.id, "declined", { taker: actor.personId ?? "", reason: input.reason })
    await record(work, {
      type: "handovers.declined", unitId: handover.unitId, subjects: about(handover), params: { number: handover.number, count: items.length },
      before: { status: handover.status, ...Object.fromEntries(items.map((item) => [`${item.kind} ${item.code}`, item.takerPersonId])) }, after: { status }, why: input.reason,
    })
    return changed
  })
}
