import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, type Result } from "@/lib/platform/refusal"
import { apply, lockForChange } from "@/lib/releases/commands/engagement"
import { releasedIn, scopeIn } from "@/lib/releases/queries/scope"
import { countsOf, split } from "@/lib/releases/rules"
import type { ReleaseQuarter } from "@/lib/releases/schema"
import { unitOf } from "@/lib/units/queries/units"

/**
 * Releases a unit's quarter to an engagement: everything in scope that is not released yet, except what is withheld with
 * a reason. The secrecy check is noted with each row (domain.md § 6).
 */
export async function releaseQuarter(actor: Actor, input: ReleaseQuarter): Promise<Result<{ id: string; version: number; released: number; withheld: number }>> {
  return asActor(actor, "releases.release", async (work) => {
    const { tx, now } = work
    const engagement = await lockForChange(work, actor, input)
    const unit = found(await unitOf(tx, input.unitId))
    const of = { unitId: unit.id, quarter: input.quarter }
    const { released, withheld } = accept(split(await scopeIn(tx, of), await releasedIn(tx, engagement.id, of), input.withhold))
    const to = { ...of, engagementId: engagement.id, engagementUnitId: engagement.unitId }
    await tx.release.createMany({
      data: released.map(({ kind, id }) => ({
        ...to, id: newId(), subjectKind: kind, subjectId: id, releasedBy: actor.personId, releasedAt: now, secrecyNote: input.secrecyNote,
      })),
    })
    await tx.withholding.createMany({
      data: withheld.map(({ kind, id, label }) => ({
        ...to, id: newId(), subjectKind: kind, subjectId: id, label, reason: input.reason, withheldBy: actor.personId, withheldAt: now,
      })),
      skipDuplicates: true,
    })
    await apply(work, engagement)
    await record(work, {
      type: "releases.released", unitId: unit.id, subjects: [{ kind: "engagement", id: engagement.id }],
      params: { name: engagement.nameZh, quarter: input.quarter, released: released.length, withheld: withheld.length },
      after: { ...countsOf(released), secrecyNote: input.secrecyNote, withheld: withheld.map(({ kind, label }) => `${kind} ${label}`) },
      why: withheld.length > 0 ? input.reason : undefined,
    })
    return { id: engagement.id, version: engagement.version + 1, released: released.length, withheld: withheld.length }
  })
}
