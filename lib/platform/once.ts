import { createHash } from "node:crypto"
import type { z } from "zod"
import type { Work } from "@/lib/platform/door"
import { refuse } from "@/lib/platform/refusal"

/**
 * Runs once for a person's key: sent again (a double click, a retried upload), the first answer is given and nothing is done.
 * The key is taken in the command's own transaction, so two at the same time wait for each other. `request` is what was asked;
 * another request with the same key is a conflict.
 */
export async function onceWithin<Schema extends z.ZodType>(
  work: Work, key: string | undefined, request: unknown, answer: Schema, run: () => Promise<z.output<Schema>>,
): Promise<z.output<Schema>> {
  const { tx, now, actor } = work
  if (key === undefined || actor.personId === null) return run()
  const hash = createHash("sha256").update(JSON.stringify(request)).digest("hex")
  const taken = await tx.idempotencyKey.createMany({
    data: [{ personId: actor.personId, key, requestHash: hash, status: 201, response: "", createdAt: now }],
    skipDuplicates: true,
  })
  const personId_key = { personId: actor.personId, key }
  if (taken.count === 0) {
    const before = await tx.idempotencyKey.findUnique({ where: { personId_key }, select: { requestHash: true, response: true } })
    if (!before || before.requestHash !== hash) return refuse("conflict", "common.refusals.idempotency")
    return answer.parse(JSON.parse(before.response))
  }
  const value = await run()
  await tx.idempotencyKey.update({ where: { personId_key }, data: { response: JSON.stringify(value) }, select: { key: true } })
  return value
}
