import type { Contents } from "@/lib/evidence/rules/contents"
import type { UploadedFile } from "@/lib/evidence/schema"
import { dateOf } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"

export type FileToKeep = UploadedFile & { keep?: () => Promise<unknown> }
type NewVersion = {
  unitId: string
  recordId: string
  version: number
  reason: string | null
  contents: Contents
  /** In whose place it is logged, by a deputy. */
  actedFor: string | null
  files: readonly FileToKeep[]
  uses: readonly { obligationId: string; late: boolean }[]
}

/**
 * Writes one version of a record with its files and uses. The files are put in their place meanwhile, and all of them before
 * this returns: no row that points to them is committed earlier.
 */
export async function writeVersion(work: Work, given: NewVersion): Promise<{ id: string; useIds: string[] }> {
  const [rows] = await Promise.all([writeRows(work, given), keepAll(given.files)])
  return rows
}

async function keepAll(files: readonly FileToKeep[]): Promise<void> {
  for (const file of files) await file.keep?.()
}

async function writeRows({ tx, now, actor }: Work, given: NewVersion): Promise<{ id: string; useIds: string[] }> {
  const { unitId, recordId, version, reason, contents, actedFor } = given
  const id = newId()
  const { occurredOn, ...rest } = contents
  await tx.evidenceVersion.createMany({
    data: [{
      id, unitId, recordId, version, reason, ...rest, occurredOn: occurredOn ? dateOf(occurredOn) : null,
      performedBy: contents.performedBy ?? (contents.occurred ? actor.personId : null), submittedBy: actor.personId, actedFor, submittedAt: now,
    }],
  })
  await tx.evidenceFile.createMany({
    data: given.files.map(({ name, size, sha256, mime }, index) => ({ id: newId(), unitId, versionId: id, ordinal: index + 1, name, size, sha256, mime })),
  })
  const uses = given.uses.map((use) => ({ id: newId(), unitId, versionId: id, submittedAt: now, ...use }))
  await tx.evidenceUse.createMany({ data: uses })
  return { id, useIds: uses.map((use) => use.id) }
}
