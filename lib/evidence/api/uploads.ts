import type { z } from "zod"
import { resubmitEvidence } from "@/lib/evidence/commands/resubmit"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { resubmitEvidenceSchema, submitEvidenceSchema } from "@/lib/evidence/schema"
import type { Actor } from "@/lib/platform/actor"
import { invalid } from "@/lib/platform/form"
import type { Result } from "@/lib/platform/refusal"
import { discardAll, evidence, receive, type ReceivedFile } from "@/lib/platform/upload/receive"
import { refusedFiles } from "@/lib/platform/upload/refusals"

type Values = Record<string, string | string[]>
export type UploadOutcome<Value> = { result: Result<Value & { files: SentFile[] }>; values: Values }
export type SentFile = { name: string; size: number; sha256: string }

/** Who sends a form, or who is still being looked up while it comes in. */
type Sender = Actor | Promise<Result<Actor>>

/** Logs the record of a multipart form; `key` makes a second sending harmless. */
export async function receiveEvidence(sender: Sender, request: Request, key?: string) {
  return received(sender, request, key, submitEvidenceSchema, (actor, input, files) => submitEvidence(actor, { ...input, files }))
}

/** Adds a version to a record from a multipart form. */
export async function receiveVersion(sender: Sender, request: Request, key?: string) {
  return received(sender, request, key, resubmitEvidenceSchema, (actor, input, files) => resubmitEvidence(actor, { ...input, files }))
}

async function received<Schema extends z.ZodType, Value extends object>(
  sender: Sender, request: Request, key: string | undefined, schema: Schema, run: (actor: Actor, input: z.output<Schema>, files: KeptFile[]) => Promise<Result<Value>>,
): Promise<UploadOutcome<Value>> {
  const asked = sender instanceof Promise ? sender : Promise.resolve({ ok: true, value: sender } as const)
  const allowed = asked.then(orNobody)
  const [form, who] = [await receive(request, { ...evidence, allowed }), await asked]
  if (!who.ok) return { result: who, values: {} }
  if (!form.ok) return { result: form, values: {} }
  const { fields: values, files, errors } = form.value
  try {
    const parsed = schema.safeParse(key === undefined ? values : { ...values, key })
    const wrong = [...(parsed.success ? [] : (invalid(parsed.error).errors ?? [])), ...errors]
    if (!parsed.success || wrong.length > 0) return { result: { ok: false, refusal: refusedFiles(wrong) }, values }
    const result = await run(who.value, parsed.data, files.map(kept))
    if (!result.ok) return { result, values }
    return { result: { ok: true, value: { ...result.value, files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })) } }, values }
  } finally {
    await discardAll(files)
  }
}

function orNobody({ ok }: Result<Actor>): void {
  if (!ok) throw new Error("nobody who may send this")
}

type KeptFile = ReturnType<typeof kept>

// Hash and size go into the record; `keep` is called by the command, in its transaction.
function kept({ name, size, sha256, mime, keep }: ReceivedFile) {
  return { name, size, sha256, mime, keep }
}
