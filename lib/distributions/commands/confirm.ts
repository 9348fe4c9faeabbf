import { record } from "@/lib/audit/record"
import { mayConfirm } from "@/lib/distributions/policy"
import { listIn } from "@/lib/distributions/queries/lists"
import type { ConfirmList } from "@/lib/distributions/schema"
import { editionIn, latestPublishedIn } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"

/** The person says that they know the points on their list; late is still better than never, and shows as late. */
export async function confirmList(actor: Actor, input: ConfirmList): Promise<Result<{ id: string }>> {
  return asActor(actor, "distributions.confirm", async (work) => {
    const list = found(await listIn(work.tx, input.id))
    permit(mayConfirm(actor, list), list)
    if (list.editionId !== (await latestPublishedIn(work.tx))?.id) refuse("wrong-state", "distributions.refusals.lapsed")
    const { count } = await work.tx.distribution.updateMany({ where: { id: list.id, confirmedAt: null }, data: { confirmedAt: work.now } })
    if (count === 0) refuse("wrong-state", "distributions.refusals.confirmed")
    const edition = found(await editionIn(work.tx, list.editionId))
    await record(work, {
      type: "distributions.confirmed", unitId: list.unitId, subjects: [{ kind: "distribution", id: list.id }, { kind: "edition", id: list.editionId }],
      params: { number: edition.number, owned: list.owned.length, known: list.known.length },
    })
    return { id: list.id }
  })
}
