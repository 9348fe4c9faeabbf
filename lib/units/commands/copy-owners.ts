import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { writeOwnersWithin } from "@/lib/units/commands/write-owners"
import { mayAssign } from "@/lib/units/policy"
import { ownerCopyIn } from "@/lib/units/queries/copy-owners"
import { groundOf, headsOf } from "@/lib/units/queries/ground"
import type { CopyOwners } from "@/lib/units/schema"

/** Points without an owner go to whoever holds here the position of their owner in another unit of the same kind. */
export async function copyOwners(actor: Actor, input: CopyOwners): Promise<Result<{ unitId: string; fromUnitId: string; assigned: number; gaps: number }>> {
  return asActor(actor, "units.copy-owners", async (work) => {
    const day = today(work.now)
    const ground = found(await groundOf(work.tx, input.unitId, day))
    const copy = found(await ownerCopyIn(work.tx, ground, input.fromUnitId, day))
    permit(mayAssign(actor, { unitId: ground.unit.id, heads: headsOf(ground, copy.matches.map(({ point }) => point)) }), { unitId: ground.unit.id })
    if (copy.from.kind !== ground.unit.kind || copy.from.id === ground.unit.id) {
      refuse("invalid", "organisation.refusals.notSameKind", { errors: [{ path: "fromUnitId", message: "organisation.refusals.notSameKind" }] })
    }
    if (input.seen !== undefined && input.seen !== copy.digest) refuse("stale-version", "common.refusals.stale-version")
    if (copy.matches.length === 0) refuse("conflict", "organisation.refusals.nothingToCopy")
    const namings = copy.matches.map(({ point, personId }) => ({ point, personId, seen: undefined, from: null }))
    await writeOwnersWithin(work, [{ ground, namings, begin: [], end: [] }], day, { name: copy.from.nameZh, importId: null, event: "units.owners-copied" })
    return { unitId: ground.unit.id, fromUnitId: input.fromUnitId, assigned: copy.matches.length, gaps: copy.gaps.length }
  })
}
