import { z } from "zod"
import { record } from "@/lib/audit/record"
import { obligationsToAnswer, permitSubmission, principalOf } from "@/lib/evidence/commands/answering"
import { type FileToKeep, writeVersion } from "@/lib/evidence/commands/versions"
import { contentsOf } from "@/lib/evidence/rules/contents"
import { isLate } from "@/lib/evidence/rules/due"
import { recordNumber } from "@/lib/evidence/rules/use"
import type { SubmitEvidence } from "@/lib/evidence/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { onceWithin } from "@/lib/platform/once"
import { accept, type Result } from "@/lib/platform/refusal"

export type Submission = SubmitEvidence & { files: FileToKeep[] }
const submitted = z.object({ id: z.uuid(), number: z.string(), version: z.number() })
export type Submitted = z.infer<typeof submitted>

/** Logs one record for one or more obligations of a unit (domain.md § 3). The same key twice makes one record. */
export async function submitEvidence(actor: Actor, input: Submission): Promise<Result<Submitted>> {
  return asActor(actor, "evidence.submitEvidence", (work) =>
    onceWithin(work, input.key, { submit: input }, submitted, () => submitWithin(work, input)))
}

async function submitWithin(work: Work, input: Submission): Promise<Submitted> {
  const { unitId, day, obligations } = await obligationsToAnswer(work, input.obligationIds)
  permitSubmission(work, obligations, input.performedBy)
  const actedFor = principalOf(work, obligations)
  const { obligationIds, key: _, files, ...given } = input
  const contents = accept(contentsOf(given, obligations, files.length, day))

  const id = newId()
  const number = recordNumber(day, await nextNumber(work, unitId, "record", Number(day.slice(0, 4))))
  const uses = obligations.map((one) => ({ obligationId: one.id, late: isLate(day, one.dueOn) }))
  await writeVersion(work, {
    unitId, recordId: id, record: { number, pointId: obligations[0]?.pointId ?? "" }, version: 1, reason: null, contents, actedFor, files, uses,
  }, (useIds) => record(work, {
    type: "evidence.submitted",
    unitId,
    subjects: [{ kind: "record", id }, ...obligationIds.map((one) => ({ kind: "obligation" as const, id: one })),
      ...useIds.map((one) => ({ kind: "use" as const, id: one }))],
    params: { number, code: obligations[0]?.point.code ?? "", files: files.length },
    after: { ...contents, actedFor, files: files.map(({ name, sha256 }) => ({ name, sha256 })), late: uses.some(({ late }) => late) },
    why: contents.occurred ? undefined : contents.note,
  }))
  return { id, number, version: 1 }
}
