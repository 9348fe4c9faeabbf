import { z } from "zod"
import { record } from "@/lib/audit/record"
import { obligationsToAnswer, permitSubmission, principalOf } from "@/lib/evidence/commands/answering"
import { usesForChange } from "@/lib/evidence/commands/uses"
import { type FileToKeep, writeVersion } from "@/lib/evidence/commands/versions"
import { contentsOf } from "@/lib/evidence/rules/contents"
import { usesToCorrect } from "@/lib/evidence/rules/use"
import type { ResubmitEvidence } from "@/lib/evidence/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { onceWithin } from "@/lib/platform/once"
import { accept, found, fresh, refuse, type Result } from "@/lib/platform/refusal"

export type Resubmission = ResubmitEvidence & { files: FileToKeep[] }
const resubmitted = z.object({ id: z.uuid(), number: z.string(), version: z.number() })
export type Resubmitted = z.infer<typeof resubmitted>

/**
 * Corrects a record by a new version with a reason; the one before stays as it was (domain.md § 3). It answers what was
 * returned, or all that is not sealed. Being late is judged by the first version.
 */
export async function resubmitEvidence(actor: Actor, input: Resubmission): Promise<Result<Resubmitted>> {
  return asActor(actor, "evidence.resubmitEvidence", (work) =>
    onceWithin(work, input.key, { resubmit: input }, resubmitted, () => resubmitWithin(work, input)))
}

async function resubmitWithin(work: Work, input: Resubmission): Promise<Resubmitted> {
  const { recordId, version: seen, reason, keep, key: _, files, ...given } = input
  const standing = found(await recordForChange(work, recordId))
  const all = await usesForChange(work, standing.useIds)
  const uses = usesToCorrect(all)
  const { unitId, day, obligations } = await obligationsToAnswer(work, (uses.length > 0 ? uses : all).map((use) => use.obligationId))
  permitSubmission(work, obligations, input.performedBy)
  const actedFor = principalOf(work, obligations)
  fresh(standing, seen)
  if (uses.length === 0) refuse("wrong-state", "common.refusals.sealed")
  const carried = standing.files.filter((file) => keep.includes(file.sha256))
  const contents = accept(contentsOf(given, obligations, carried.length + files.length, day))

  const version = standing.version + 1
  await writeVersion(work, {
    unitId, recordId, version, reason, contents, actedFor, files: [...carried, ...files],
    uses: uses.map(({ obligationId, late }) => ({ obligationId, late })),
  }, (useIds) => record(work, {
    type: "evidence.resubmitted",
    unitId,
    subjects: [{ kind: "record", id: recordId }, ...uses.map((use) => ({ kind: "obligation" as const, id: use.obligationId })),
      ...useIds.map((id) => ({ kind: "use" as const, id }))],
    params: { number: standing.number, version, files: carried.length + files.length },
    before: { version: standing.version },
    after: { version, ...contents, actedFor, files: [...carried, ...files].map(({ name, sha256 }) => ({ name, sha256 })) },
    why: reason,
  }))
  return { id: recordId, number: standing.number, version }
}

// Records and versions are never updated: what locks a record is its uses, and the unique version number behind them.
async function recordForChange({ tx }: Work, id: string) {
  const record = await tx.evidenceRecord.findUnique({
    where: { id },
    select: {
      number: true,
      versions: {
        orderBy: { version: "desc" },
        select: { version: true, uses: { select: { id: true } }, files: { orderBy: { ordinal: "asc" }, select: { name: true, size: true, sha256: true, mime: true } } },
      },
    },
  })
  const newest = record?.versions[0]
  return record && newest && { number: record.number, version: newest.version, files: newest.files, useIds: record.versions.flatMap(({ uses }) => uses.map((use) => use.id)) }
}
