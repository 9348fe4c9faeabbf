import { editionInForceIn } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { accept, refuse } from "@/lib/platform/refusal"
import { mayApprove } from "@/lib/scoping/policy"
import { scopedIn } from "@/lib/scoping/queries/known"
import { approvedIn, partsIn } from "@/lib/scoping/queries/scope"
import { gapsOf } from "@/lib/scoping/rules/gaps"
import { step } from "@/lib/scoping/rules/lifecycle"
import type { Approve } from "@/lib/scoping/schema"
import { applyTo, changeScope, type Done } from "./change"

/**
 * Approves a year's scope: from then on it stays as it is, and grading offers its figures. A revision takes the place of the scope that it
 * revises. Its codes must stand in the edition in force, which it is then bound to. Approval is of what stood on the page: a draft that
 * changed meanwhile is a conflict.
 */
export async function approveScope(actor: Actor, input: Approve): Promise<Done> {
  return changeScope(actor, input, { event: "approve", done: "scoping.approved", may: mayApprove }, async (work, scope) => {
    const edition = (await editionInForceIn(work.tx, today(work.now))) ?? refuse("conflict", "scoping.refusals.noEdition")
    const parts = await partsIn(work.tx, scope.id)
    const [gap] = gapsOf(await scopedIn(work.tx, scope, parts, { editionId: edition.id, locale: actor.language }))
    if (gap) refuse("wrong-state", `scoping.refusals.gaps.${gap.key}`, { params: gap.params })
    const former = await approvedIn(work.tx, scope.year, scope.unitId)
    if (former) await applyTo(work, former, { status: accept(step(former.status, "supersede")), supersededAt: work.now })
    return {
      set: { approvedBy: actor.personId, approvedAt: work.now, opinion: input.opinion ?? null, editionId: edition.id },
      before: { status: scope.status, approved: former?.id }, after: { materiality: scope.materiality?.amount, edition: edition.number }, why: input.opinion ?? scope.reason ?? undefined,
    }
  })
}
