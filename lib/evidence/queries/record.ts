import { historyOf, readHistory } from "@/lib/audit/queries"
import { type Answering } from "@/lib/evidence/policy"
import { type Heading, headingsIn } from "@/lib/handbook/queries/headings"
import { noteAllFixed, shownAmong } from "@/lib/handbook/queries/kept"
import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, listed, nothing, type Told } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { named, namesFor } from "@/lib/platform/names"
import { deputising } from "@/lib/units/queries/deputies"
import { answererNames, answeringOf, readAnswering } from "@/lib/units/queries/ownership"

export type EvidenceFileRow = { name: string; size: number; sha256: string; mime: string }
export type RecordUse = ReturnType<typeof readUse>
export type EvidenceRecordView = NonNullable<Awaited<ReturnType<typeof recordOf>>>
export type RecordVersion = EvidenceRecordView["versions"][number]

type UseRow = {
  id: string; status: string; late: boolean; decidedBy: string | null; decidedAt: Date | null; reason: string | null; sealedAt: Date | null; revision: number
  obligation: { id: string; pointId: string; pointVersionId: string; kind: string; period: string; quarter: string; periodStart: Day; dueOn: Day }
}
type VersionRow = {
  id: string; version: number; kind: string; occurred: boolean; occurredOn: Day | null; performedBy: string | null; reference: string | null; amount: string | null; counterparty: string | null
  count: number | null; source: string | null; location: string | null; note: string; reason: string | null; submittedBy: string | null; actedFor: string | null; submittedAt: Date
  files: EvidenceFileRow[]; uses: UseRow[]
}
type Head = { id: string; unitId: string; number: string; createdAt: Date }

/** A record with all its versions, newest first, their files and uses; null where the reader sees none. */
export async function recordOf(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx, now }) => {
    const record = await recordIn(tx, id)
    if (!record) return null
    const { versions, ...head } = record
    const told = await askAtOnce(tx, aboutRecord(actor, record, today(now)))
    noteAllFixed(tx, told.editions)
    const [names, headings] = [named(told.names), await headingsIn(tx, owedOf(versions).map(({ pointVersionId }) => pointVersionId))]
    const answering = readAnswering(owedOf(versions).map(({ pointId }) => pointId), told.answering)
    const known = (person: string | null): Text | null => (person && names.get(person)) || null
    const replaced = new Set<string>()
    const shown = versions.map((one) => {
      const uses = one.uses.map((use) => {
        const { pointId, pointVersionId } = use.obligation
        const who: Answering = { ...(answering.get(pointId) ?? { owner: null, performers: [] }), deputies: told.deputies }
        const described = readUse(use, { unitId: head.unitId, submittedBy: one.submittedBy, performedBy: one.performedBy, answering: [who], point: headings.get(pointVersionId) ?? null, newest: !replaced.has(use.obligation.id) })
        return { ...described, decider: known(use.decidedBy) }
      })
      for (const { obligation } of uses) replaced.add(obligation.id)
      return { ...one, submitter: known(one.submittedBy), principal: known(one.actedFor), performer: known(one.performedBy), uses }
    })
    const people = answeringPeople(named(told.answerers), shown[0]?.uses ?? [])
    return { ...head, people, version: shown[0]?.version ?? 1, versions: shown, history: readHistory(told.history ?? []) }
  })
}

/** An amount is a text to the last digit: JSON would round it. */
async function recordIn(tx: Tx, id: string): Promise<(Head & { versions: VersionRow[] }) | null> {
  const [row] = await tx.$queryRaw<(Head & { versions: Told<VersionRow>[] })[]>`
    select r.id, r."unitId", r.number, r."createdAt", ${listed("version", Prisma.sql`
      select v.id, v.version, v.kind, v.occurred, v."occurredOn", v."performedBy", v.reference, trim_scale(v.amount)::text as amount, v.counterparty, v.count, v.source, v.location, v.note,
        v.reason, v."submittedBy", v."actedFor", v."submittedAt",
        ${listed("ordinal", Prisma.sql`select f.ordinal, f.name, f.size, f.sha256, f.mime from "EvidenceFile" f where f."unitId" = v."unitId" and f."versionId" = v.id`)} as files,
        ${listed("periodEnd", usesOfVersion)} as uses
      from "EvidenceVersion" v where v."unitId" = r."unitId" and v."recordId" = r.id`, "desc")} as versions
    from "EvidenceRecord" r where r.id = ${id}::uuid`
  return row ? { ...row, versions: row.versions.map(readVersion) } : null
}

const usesOfVersion = Prisma.sql`
  select o."periodEnd", u.id, u.status, u.late, u."decidedBy", u."decidedAt", u.reason, u."sealedAt", u.revision,
    json_build_object('id', o.id, 'pointId', o."pointId", 'pointVersionId', o."pointVersionId", 'kind', o.kind, 'period', o.period, 'quarter', o.quarter,
      'periodStart', o."periodStart", 'dueOn', o."dueOn") as obligation
  from "EvidenceUse" u join "Obligation" o on o."unitId" = u."unitId" and o.id = u."obligationId" where u."unitId" = v."unitId" and u."versionId" = v.id`

function readVersion({ submittedAt, files, uses, ...one }: Told<VersionRow>): VersionRow {
  return {
    ...one, submittedAt: new Date(submittedAt), files: files.map(({ name, size, sha256, mime }) => ({ name, size, sha256, mime })),
    uses: uses.map(({ id, status, late, decidedBy, decidedAt, reason, sealedAt, revision, obligation }) => ({
      id, status, late, decidedBy, decidedAt: decidedAt === null ? null : new Date(decidedAt), reason, sealedAt: sealedAt === null ? null : new Date(sealedAt), revision, obligation,
    })),
  }
}

function owedOf(versions: readonly VersionRow[]): UseRow["obligation"][] {
  return versions.flatMap(({ uses }) => uses.map(({ obligation }) => obligation))
}

/** What is asked once the record itself is known. The trail is not released to external auditors. */
function aboutRecord(actor: Actor, { id, unitId, versions }: Head & { versions: VersionRow[] }, day: Day) {
  const owed = owedOf(versions)
  const points = owed.map(({ pointId }) => pointId)
  return {
    editions: shownAmong(owed.map(({ pointVersionId }) => pointVersionId)), answering: answeringOf(unitId, points, day), answerers: answererNames(unitId, points, day), deputies: deputising(unitId, day),
    names: namesFor(versions.flatMap((one) => [one.submittedBy, one.actedFor, one.performedBy, ...one.uses.map(({ decidedBy }) => decidedBy)])),
    history: actor.audience.includes("operating") ? historyOf(unitId, "record", id) : nothing<[]>(),
  }
}

type Around = { unitId: string; submittedBy: string | null; performedBy: string | null; answering: Answering[]; point: Heading | null; /** Whether no newer version answers the same. */ newest: boolean }

/** A use with its point and what policy and rules ask for. */
function readUse(use: UseRow, around: Around) {
  return { ...use, ...around, sealed: use.sealedAt !== null }
}

/** Who owns or performs the points that a version answers: any of them may have done the control. */
function answeringPeople(names: ReadonlyMap<string, Text>, uses: { answering: Answering[] }[]): { id: string; name: Text }[] {
  const ids = new Set(uses.flatMap(({ answering }) => answering.flatMap(({ owner, performers }) => (owner ? [owner, ...performers] : [...performers]))))
  return Array.from(names, ([id, name]) => ({ id, name })).filter(({ id }) => ids.has(id))
}

/** A file of a record that the reader sees, newest version first; null otherwise. */
export async function fileOf(actor: Actor, recordId: string, sha256: string): Promise<EvidenceFileRow | null> {
  if (!isId(recordId) || !/^[0-9a-f]{64}$/.test(sha256)) return null
  return asReader(actor, ({ tx }) =>
    tx.evidenceFile.findFirst({ where: { sha256, version: { recordId } }, orderBy: { version: { version: "desc" } }, select: { name: true, size: true, sha256: true, mime: true } }))
}
