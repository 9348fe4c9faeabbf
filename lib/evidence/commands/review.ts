import { record } from "@/lib/audit/record"
import { type UseToChange, usesForChange } from "@/lib/evidence/commands/uses"
import { mayReview } from "@/lib/evidence/policy"
import { decide } from "@/lib/evidence/rules/use"
import type { AcceptUse, AcceptUses, ReturnUse } from "@/lib/evidence/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"

type Decision = { event: "accept" | "return"; reason: string | null; revision?: number }

/** A reviewer accepts what was submitted for one obligation. */
export async function acceptUse(actor: Actor, input: AcceptUse): Promise<Result<{ id: string; recordId: string }>> {
  return asActor(actor, "evidence.acceptUse", (work) => reviewOne(work, input.id, { event: "accept", reason: null, revision: input.revision }))
}

/** A reviewer returns it with a reason; the owner answers with a new version. */
export async function returnUse(actor: Actor, input: ReturnUse): Promise<Result<{ id: string; recordId: string }>> {
  return asActor(actor, "evidence.returnUse", (work) => reviewOne(work, input.id, { event: "return", reason: input.reason, revision: input.revision }))
}

/** Accepts several at once, all or none; one event for each unit, units in the order of their ids. */
export async function acceptUses(actor: Actor, input: AcceptUses): Promise<Result<{ count: number }>> {
  return asActor(actor, "evidence.acceptUses", async (work) => {
    const uses = await usesForChange(work, input.ids)
    // The database locks each use's obligation: in one order, whoever else accepts at the same time.
    const inOrder = uses.toSorted((one, other) => (one.obligationId < other.obligationId ? -1 : 1))
    for (const use of inOrder) await settle(work, use, { event: "accept", reason: null })
    for (const unitId of [...new Set(uses.map((use) => use.unitId))].sort()) await told(work, uses.filter((use) => use.unitId === unitId), "accept", null)
    return { count: uses.length }
  })
}

async function reviewOne(work: Work, id: string, decision: Decision): Promise<{ id: string; recordId: string }> {
  const uses = await usesForChange(work, [id])
  for (const use of uses) await settle(work, use, decision)
  await told(work, uses, decision.event, decision.reason)
  return { id, recordId: uses[0]?.recordId ?? "" }
}

async function settle({ tx, now, actor }: Work, use: UseToChange, { event, reason, revision }: Decision): Promise<void> {
  if (revision !== undefined && revision !== use.revision) refuse("stale-version", "common.refusals.stale-version")
  permit(mayReview(actor, use), { unitId: use.unitId, id: use.id })
  const status = accept(decide(use, event))
  const { count } = await tx.evidenceUse.updateMany({
    where: { id: use.id, revision: use.revision },
    data: { status, reason, decidedBy: actor.personId, decidedAt: now, revision: use.revision + 1 },
  })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
}

async function told(work: Work, uses: readonly UseToChange[], event: Decision["event"], reason: string | null): Promise<void> {
  const numbers = [...new Set(uses.map((use) => use.number))]
  await record(work, {
    type: event === "accept" ? "evidence.accepted" : "evidence.returned",
    unitId: uses[0]?.unitId ?? "",
    subjects: uses.flatMap((use) => [{ kind: "use", id: use.id }, { kind: "record", id: use.recordId }, { kind: "obligation", id: use.obligationId }]),
    params: { number: numbers.slice(0, 5).join("、") + (numbers.length > 5 ? "…" : ""), count: uses.length },
    before: { status: "submitted" },
    after: { status: event === "accept" ? "accepted" : "returned" },
    why: reason ?? undefined,
  })
}
