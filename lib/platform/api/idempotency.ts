import { createHash } from "node:crypto"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Refusal, Result } from "@/lib/platform/refusal"

type Answer = { status: number; response: string }

const otherRequest: Refusal = { code: "conflict", message: "common.refusals.idempotency" }

export function fingerprint(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex")
}

/** The answer already given for this key, null if there is none, or a conflict when the key came with another request. */
export async function answered(actor: Actor, key: string, hash: string): Promise<Result<Answer | null>> {
  const row = await asReader(actor, ({ tx }) =>
    tx.idempotencyKey.findUnique({
      where: { personId_key: { personId: actor.personId ?? "", key } },
      select: { requestHash: true, status: true, response: true },
    }),
  )
  if (row && row.requestHash !== hash) return { ok: false, refusal: otherRequest }
  return { ok: true, value: row }
}

/** Keeps the answer, so that the same request sent again is not carried out again. */
export async function remember(actor: Actor, key: string, requestHash: string, answer: Answer): Promise<void> {
  await asReader(actor, ({ tx, now }) =>
    tx.idempotencyKey.createMany({
      data: [{ personId: actor.personId ?? "", key, requestHash, ...answer, createdAt: now }],
      skipDuplicates: true,
    }),
  )
}
