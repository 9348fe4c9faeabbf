import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { permit, type Result } from "@/lib/platform/refusal"
import { apply, lockStatement, stateAfter } from "@/lib/statements/commands/change"
import { maySign, mayWithdraw } from "@/lib/statements/policy"
import type { EndStatement } from "@/lib/statements/schema"

const done = { refuse: { type: "statements.refused", may: maySign }, withdraw: { type: "statements.withdrawn", may: mayWithdraw } } as const

/** The signer refuses to sign, with the reason. */
export async function refuseStatement(actor: Actor, input: EndStatement): Promise<Result<{ id: string; version: number }>> {
  return end(actor, "refuse", input)
}

/** Takes a statement back, signed or not: what was signed stays to be read, and a new one follows. */
export async function withdrawStatement(actor: Actor, input: EndStatement): Promise<Result<{ id: string; version: number }>> {
  return end(actor, "withdraw", input)
}

function end(actor: Actor, event: "refuse" | "withdraw", input: EndStatement) {
  return asActor(actor, `statements.${event}`, async (work) => {
    const statement = await lockStatement(work, input.id)
    permit(done[event].may(actor, statement), statement)
    const status = stateAfter(statement, event, input.version)
    await apply(work, statement, { status, endedBy: actor.personId, endedAt: work.now, endReason: input.reason })
    await record(work, {
      type: done[event].type, unitId: statement.unitId, subjects: [{ kind: "statement", id: statement.id }], params: { number: statement.number },
      before: { status: statement.status }, after: { status }, why: input.reason,
    })
    return { id: statement.id, version: statement.version + 1 }
  })
}
