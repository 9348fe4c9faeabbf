import { record } from "@/lib/audit/record"
import type { AuditEntry } from "@/lib/audit/events"
import { dateOf, type Day } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { permit } from "@/lib/platform/refusal"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { succeedWithin } from "@/lib/units/commands/owners"
import type { UnitOwners } from "@/lib/units/commands/plan-owners"
import { mayAssign } from "@/lib/units/policy"
import { headsOf } from "@/lib/units/queries/ground"

type Source = { name: string; importId: string | null; event?: AuditEntry["type"] }

/** Names the owners of a plan, unit by unit in the order of their ids, with one event in each. */
export async function writeOwnersWithin(work: Work, units: readonly UnitOwners[], day: Day, source: Source): Promise<void> {
  for (const unit of units.toSorted((one, other) => (one.ground.unit.id < other.ground.unit.id ? -1 : 1))) await writeUnit(work, unit, day, source)
}

async function writeUnit(work: Work, { ground, namings, begin, end }: UnitOwners, day: Day, { name, importId, event }: Source): Promise<void> {
  const { tx, now, actor } = work
  const unitId = ground.unit.id
  if (namings.length + begin.length + end.length === 0) return
  permit(mayAssign(actor, { unitId, heads: headsOf(ground, namings.map(({ point }) => point)) }), { unitId })
  const [made, ended]: [string[], Map<string, string>] = [[], new Map()]
  if (begin.length > 0) refuseCeased(ground.unit, day)
  for (const [from, some] of Map.groupBy(namings, (naming) => naming.from ?? day)) {
    refuseCeased(ground.unit, from)
    const done = await succeedWithin(work, ground, some, from)
    made.push(...done.made.map(({ id }) => id))
    for (const row of done.ended) ended.set(row.pointId, row.personId)
  }
  await tx.performer.createMany({ data: begin.map((row) => ({ id: newId(), unitId, ...row, from: dateOf(day), assignedBy: actor.personId, assignedAt: now })) })
  if (end.length > 0) {
    await tx.$executeRaw`
      update "Performer" p set "to" = greatest(p."from", ${day}::date) from unnest(${end.map(({ pointId }) => pointId)}::uuid[], ${end.map(({ personId }) => personId)}::uuid[]) as e (point, person)
      where p."unitId" = ${unitId}::uuid and p."pointId" = e.point and p."personId" = e.person and p."to" is null`
  }
  const code = new Map(ground.points.map((point) => [point.pointId, point.code]))
  const points = [...new Set([...namings.map(({ point }) => point.pointId), ...begin.map(({ pointId }) => pointId), ...end.map(({ pointId }) => pointId)])]
  await record(work, {
    type: event ?? "units.owners-imported", unitId,
    subjects: [...made.map((id) => ({ kind: "ownership" as const, id })), ...points.map((id) => ({ kind: "point" as const, id })), ...(importId ? [{ kind: "import" as const, id: importId }] : [])],
    params: { name, count: namings.length, performers: begin.length + end.length },
    before: Object.fromEntries([...ended].map(([pointId, personId]) => [code.get(pointId) ?? pointId, personId])),
    after: {
      owners: Object.fromEntries(namings.map(({ point, personId }) => [point.code, personId])),
      performersBegun: begin.map(({ pointId, personId }) => [code.get(pointId) ?? "", personId]), performersEnded: end.map(({ pointId, personId }) => [code.get(pointId) ?? "", personId]),
    },
  })
}
