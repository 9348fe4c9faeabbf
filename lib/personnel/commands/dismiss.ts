import { record } from "@/lib/audit/record"
import { apply, changeForDecision, type Changed } from "@/lib/personnel/commands/change"
import { mayDecideChange } from "@/lib/personnel/policy"
import { step } from "@/lib/personnel/rules/lifecycle"
import type { Dismiss } from "@/lib/personnel/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { accept, permit, type Result } from "@/lib/platform/refusal"

/** Nothing follows: the list or the sign-in was mistaken, and it says why. */
export async function dismissChange(actor: Actor, input: Dismiss): Promise<Result<Changed>> {
  return asActor(actor, "personnel.dismiss", async (work) => {
    const row = await changeForDecision(work, input)
    permit(mayDecideChange(actor, row), row)
    const status = accept(step(row.status, "dismiss"))
    const changed = await apply(work, row, status, { reason: input.reason })
    await record(work, {
      type: "personnel.dismissed", unitId: row.unitId, subjects: [{ kind: "personnel-change", id: row.id }, ...(row.personId ? [{ kind: "person" as const, id: row.personId }] : [])],
      params: { name: row.nameZh, nameEn: row.nameEn ?? row.nameZh, kind: row.kind }, before: { status: row.status }, after: { status }, why: input.reason,
    })
    return changed
  })
}
