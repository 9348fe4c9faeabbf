import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, fresh, permit, type Result } from "@/lib/platform/refusal"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import type { RemoveMapping } from "@/lib/handbook/schema/mapping"

/** A kept matching is offered no more; imports that were matched by it stay as they are. */
export async function removeMapping(actor: Actor, { id, version }: RemoveMapping): Promise<Result<{ id: string }>> {
  return asActor(actor, "handbook.remove-mapping", async (work) => {
    const { tx, now } = work
    await tx.$queryRaw`select id from "HandbookMapping" where id = ${id}::uuid for update`
    const kept = found(await tx.handbookMapping.findFirst({ where: { id, removedAt: null }, select: { id: true, unitId: true, name: true, version: true } }))
    permit(mayKeepHandbook(actor, kept.unitId), { unitId: kept.unitId, id })
    fresh(kept, version)
    await tx.handbookMapping.update({ where: { id }, data: { removedAt: now, removedBy: actor.personId, version: { increment: 1 } }, select: { id: true } })
    await record(work, { type: "handbook.mapping-removed", unitId: kept.unitId, subjects: [{ kind: "mapping", id }], params: { name: kept.name } })
    return { id }
  })
}
