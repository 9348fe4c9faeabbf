import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, dayOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayJoin, mayRelease } from "@/lib/releases/policy"
import { engagementIn, type EngagementRow } from "@/lib/releases/queries/engagements"
import type { AddMember, EndEngagement, OpenEngagement } from "@/lib/releases/schema"
import { grantsIn, personIn } from "@/lib/units/queries/people"
import { unitOf } from "@/lib/units/queries/units"

type Changed = { id: string; version: number }

/** Opens an engagement of external auditors at the company, for its days (domain.md § 6). */
export async function openEngagement(actor: Actor, input: OpenEngagement): Promise<Result<Changed>> {
  return asActor(actor, "releases.open-engagement", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayRelease(actor, { unitId: unit.id }), { unitId: unit.id })
    if (unit.kind !== "company") refuse("invalid", "common.refusals.invalid", { errors: [{ path: "unitId", message: "releases.errors.company" }] })
    const id = newId()
    await work.tx.engagement.create({
      data: { id, unitId: unit.id, nameZh: input.nameZh, nameEn: input.nameEn, from: dateOf(input.from), to: dateOf(input.to), openedBy: actor.personId, openedAt: work.now },
      select: { id: true },
    })
    await record(work, {
      type: "releases.engagement-opened", unitId: unit.id, subjects: [{ kind: "engagement", id }], params: { name: input.nameZh, nameEn: input.nameEn },
      after: { from: input.from, to: input.to },
    })
    return { id, version: 1 }
  })
}

/** Adds an external auditor: from now on they see what was and will be released to the engagement, while it lasts. */
export async function addMember(actor: Actor, input: AddMember): Promise<Result<Changed>> {
  return asActor(actor, "releases.add-member", async (work) => {
    const engagement = await lockForChange(work, actor, input)
    const person = found(await personIn(work.tx, input.personId))
    permit(mayJoin((await grantsIn(work.tx, person.id, today(work.now))).map(({ role }) => role)), { unitId: engagement.unitId, id: person.id })
    if (engagement.members.some(({ personId }) => personId === person.id)) refuse("conflict", "releases.refusals.member")
    await work.tx.engagementMember.create({ data: { engagementId: engagement.id, unitId: engagement.unitId, personId: person.id } })
    await apply(work, engagement)
    await record(work, {
      type: "releases.member-added", unitId: engagement.unitId, subjects: [{ kind: "engagement", id: engagement.id }, { kind: "person", id: person.id }],
      params: { name: engagement.nameZh, member: person.nameZh },
    })
    return { id: engagement.id, version: engagement.version + 1 }
  })
}

/** Ends an engagement: from now on its members see nothing of it. */
export async function endEngagement(actor: Actor, input: EndEngagement): Promise<Result<Changed>> {
  return asActor(actor, "releases.end-engagement", async (work) => {
    const engagement = await lockForChange(work, actor, input)
    await end(work, engagement)
    return { id: engagement.id, version: engagement.version + 1 }
  })
}

/** The same within an access review, which permits; false when it has ended already. */
export async function endEngagementWithin(work: Work, id: string): Promise<boolean> {
  await work.tx.$queryRaw`select id from "Engagement" where id = ${id}::uuid for update`
  const engagement = await engagementIn(work.tx, id)
  if (!engagement || engagement.endedAt || dayOf(engagement.to) < today(work.now)) return false
  await end(work, engagement)
  return true
}

async function end(work: Work, engagement: EngagementRow): Promise<void> {
  await apply(work, engagement, { endedAt: work.now })
  await record(work, {
    type: "releases.engagement-ended", unitId: engagement.unitId, subjects: [{ kind: "engagement", id: engagement.id }], params: { name: engagement.nameZh },
    before: { to: dayOf(engagement.to) },
  })
}

/** The engagement locked, for who may change it; a state that takes nothing more before a stale version, since it says more. */
export async function lockForChange({ tx }: Work, actor: Actor, { id, version }: { id: string; version?: number }): Promise<EngagementRow> {
  await tx.$queryRaw`select id from "Engagement" where id = ${id}::uuid for update`
  const engagement = found(await engagementIn(tx, id))
  permit(mayRelease(actor, engagement), engagement)
  if (engagement.endedAt) refuse("wrong-state", "releases.refusals.ended")
  return fresh(engagement, version)
}

/** Writes what changes, one version on. */
export async function apply({ tx }: Work, { id, version }: EngagementRow, data: { endedAt?: Date } = {}): Promise<void> {
  const { count } = await tx.engagement.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } })
  if (count !== 1) refuse("stale-version", "common.refusals.stale-version")
}
