import { historyIn, type PastEvent } from "@/lib/audit/queries"
import { type Answering } from "@/lib/evidence/policy"
import { type Heading, headingsIn } from "@/lib/handbook/queries/headings"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { deputisingIn } from "@/lib/units/queries/deputies"
import { answeringIn } from "@/lib/units/queries/ownership"

const file = { name: true, size: true, sha256: true, mime: true } as const
const obligation = { id: true, pointId: true, pointVersionId: true, kind: true, period: true, quarter: true, periodStart: true, dueOn: true } as const
const use = {
  id: true, status: true, late: true, decidedBy: true, decidedAt: true, reason: true, sealedAt: true, revision: true,
  obligation: { select: obligation },
} as const
const version = {
  id: true, version: true, kind: true, occurred: true, occurredOn: true, performedBy: true, reference: true, amount: true, counterparty: true,
  count: true, source: true, location: true, note: true, reason: true, submittedBy: true, actedFor: true, submittedAt: true,
  files: { select: file, orderBy: { ordinal: "asc" } },
  uses: { select: use, orderBy: { obligation: { periodEnd: "asc" } } },
} as const

export type EvidenceFileRow = { name: string; size: number; sha256: string; mime: string }
export type RecordUse = Awaited<ReturnType<typeof usesWith>>[number]
export type EvidenceRecordView = NonNullable<Awaited<ReturnType<typeof recordOf>>>
export type RecordVersion = EvidenceRecordView["versions"][number]

/** A record with all its versions, newest first, their files and uses; null where the reader sees none. */
export async function recordOf(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx, now }) => {
    const head = await tx.evidenceRecord.findUnique({
      where: { id },
      select: { id: true, unitId: true, number: true, createdAt: true },
    })
    if (!head) return null
    // Not with the record: an amount that comes as part of another row is rounded to some fifteen digits.
    const versions = await tx.evidenceVersion.findMany({ where: { unitId: head.unitId, recordId: id }, orderBy: { version: "desc" }, select: version })
    const names = await namesOf(tx, versions.flatMap((one) => [one.submittedBy, one.actedFor, one.performedBy, ...one.uses.map(({ decidedBy }) => decidedBy)]))
    const known = (person: string | null): Text | null => (person && names.get(person)) || null
    const replaced = new Set<string>()
    const shown = []
    for (const { uses, amount, occurredOn, ...one } of versions) {
      const described = await usesWith(tx, head.unitId, today(now), uses, replaced, one)
      for (const { obligation: { id: answered } } of described) replaced.add(answered)
      shown.push({
        ...one, amount: amount?.toString() ?? null, occurredOn: occurredOn ? dayOf(occurredOn) : null, submitter: known(one.submittedBy), principal: known(one.actedFor), performer: known(one.performedBy),
        uses: described.map((each) => ({ ...each, decider: known(each.decidedBy) })),
      })
    }
    const people = await answeringPeople(tx, shown[0]?.uses ?? [])
    return { ...head, people, version: shown[0]?.version ?? 1, versions: shown, history: await historyOf(tx, actor, head.unitId, id) }
  })
}

type UseRow = {
  id: string; status: string; late: boolean; decidedBy: string | null; decidedAt: Date | null; reason: string | null; sealedAt: Date | null; revision: number
  obligation: { id: string; pointId: string; pointVersionId: string; kind: string; period: string; quarter: string; periodStart: Date; dueOn: Date }
}

/** Uses with their point and what policy and rules ask for; `replaced` are the obligations that a newer version answers. */
async function usesWith(
  tx: Tx, unitId: string, day: Day, uses: UseRow[], replaced: ReadonlySet<string>, by: { submittedBy: string | null; performedBy: string | null },
) {
  const headings = await headingsIn(tx, uses.map((one) => one.obligation.pointVersionId))
  const answering = await answeringIn(tx, unitId, uses.map((one) => one.obligation.pointId), day)
  const deputies = await deputisingIn(tx, unitId, day)
  return uses.map(({ obligation: { periodStart, dueOn, ...owed }, ...one }) => {
    const who: Answering = { ...(answering.get(owed.pointId) ?? { owner: null, performers: [] }), deputies }
    const point: Heading | null = headings.get(owed.pointVersionId) ?? null
    return {
      ...one, unitId, submittedBy: by.submittedBy, performedBy: by.performedBy, answering: [who], point, sealed: one.sealedAt !== null, newest: !replaced.has(owed.id),
      obligation: { ...owed, periodStart: dayOf(periodStart), dueOn: dayOf(dueOn) },
    }
  })
}

/** Who owns or performs the points that a version answers: any of them may have done the control. */
async function answeringPeople(tx: Tx, uses: { answering: Answering[] }[]): Promise<{ id: string; name: Text }[]> {
  const ids = uses.flatMap(({ answering }) => answering.flatMap(({ owner, performers }) => (owner ? [owner, ...performers] : [...performers])))
  return [...(await namesOf(tx, ids))].map(([id, name]) => ({ id, name }))
}

// The trail is not released to external auditors.
async function historyOf(tx: Tx, actor: Actor, unitId: string, id: string): Promise<PastEvent[]> {
  return actor.audience.includes("operating") ? historyIn(tx, unitId, "record", id) : []
}

/** A file of a record that the reader sees, newest version first; null otherwise. */
export async function fileOf(actor: Actor, recordId: string, sha256: string): Promise<EvidenceFileRow | null> {
  if (!isId(recordId) || !/^[0-9a-f]{64}$/.test(sha256)) return null
  return asReader(actor, ({ tx }) =>
    tx.evidenceFile.findFirst({ where: { sha256, version: { recordId } }, orderBy: { version: { version: "desc" } }, select: file }))
}
