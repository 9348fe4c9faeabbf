import type { Contents } from "@/lib/evidence/rules/contents"
import type { UploadedFile } from "@/lib/evidence/schema"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"

export type FileToKeep = UploadedFile & { keep?: (when: Promise<unknown>) => Promise<unknown> }
type NewVersion = {
  unitId: string
  recordId: string
  /** Of the first version, whose record is new. */
  record?: { number: string; pointId: string }
  version: number
  reason: string | null
  contents: Contents
  /** In whose place it is logged, by a deputy. */
  actedFor: string | null
  files: readonly FileToKeep[]
  uses: readonly { obligationId: string; late: boolean }[]
}

/**
 * Writes one version of a record with its files and uses, and the record when it is new, and `tell`s the trail of it after that. The files are put in their place
 * meanwhile, once the rows are taken, and all of them before this returns: no row that points to them is committed earlier.
 */
export async function writeVersion(work: Work, given: NewVersion, tell: (useIds: string[]) => Promise<void>): Promise<void> {
  const uses = given.uses.map((use) => ({ id: newId(), ...use }))
  const rows = writeRows(work, given, uses)
  // The trail's statement is not waited for before it is sent, and fails with the rows.
  await Promise.all([rows, tell(uses.map(({ id }) => id)), keepAll(given.files, rows)])
}

async function keepAll(files: readonly FileToKeep[], when: Promise<unknown>): Promise<void> {
  for (const file of files) await file.keep?.(when)
}

// One statement: each by itself would be a trip to the database of its own.
async function writeRows({ tx, now, actor }: Work, given: NewVersion, uses: (NewVersion["uses"][number] & { id: string })[]): Promise<void> {
  const { unitId, recordId, version, reason, contents, actedFor, files } = given
  const { number, pointId } = given.record ?? { number: null, pointId: null }
  const { kind, occurred, occurredOn = null, reference = null, amount = null, counterparty = null, count = null, source = null, location = null, note } = contents
  const id = newId()
  const performedBy = contents.performedBy ?? (occurred ? actor.personId : null)
  await tx.$executeRaw`
    with record as (
      insert into "EvidenceRecord" (id, "unitId", number, "pointId", "createdBy", "createdAt")
      select ${recordId}::uuid, ${unitId}::uuid, ${number}::text, ${pointId}::uuid, ${actor.personId}::uuid, ${now}::timestamptz where ${number}::text is not null
    ), version as (
      insert into "EvidenceVersion" (id, "unitId", "recordId", version, reason, kind, occurred, "occurredOn", "performedBy", reference, amount, counterparty, count,
        source, location, note, "submittedBy", "actedFor", "submittedAt")
      values (${id}::uuid, ${unitId}::uuid, ${recordId}::uuid, ${version}::int, ${reason}, ${kind}, ${occurred}::boolean, ${occurredOn}::date, ${performedBy}::uuid, ${reference},
        ${amount}::numeric, ${counterparty}, ${count}::int, ${source}, ${location}, ${note}, ${actor.personId}::uuid, ${actedFor}::uuid, ${now}::timestamptz)
    ), files as (
      insert into "EvidenceFile" (id, "unitId", "versionId", ordinal, name, size, sha256, mime)
      select f.id, ${unitId}::uuid, ${id}::uuid, f.ordinal, f.name, f.size, f.sha256, f.mime
      from unnest(${files.map(() => newId())}::uuid[], ${files.map(({ name }) => name)}::text[], ${files.map(({ size }) => size)}::int[],
        ${files.map(({ sha256 }) => sha256)}::text[], ${files.map(({ mime }) => mime)}::text[]) with ordinality as f (id, name, size, sha256, mime, ordinal)
    )
    insert into "EvidenceUse" (id, "unitId", "versionId", "obligationId", late, "submittedAt")
    select u.id, ${unitId}::uuid, ${id}::uuid, u.obligation, u.late, ${now}::timestamptz
    from unnest(${uses.map((use) => use.id)}::uuid[], ${uses.map((use) => use.obligationId)}::uuid[], ${uses.map((use) => use.late)}::boolean[]) as u (id, obligation, late)`
}
