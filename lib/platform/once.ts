import { createHash } from "node:crypto"
import type { z } from "zod"
import type { Actor, OnceKey } from "@/lib/platform/actor"
import type { Work } from "@/lib/platform/door"
import { refuse } from "@/lib/platform/refusal"

/** This request was carried out before; `answer` is the JSON of the command's value then. */
export class Replayed extends Error {
  constructor(readonly answer: string) {
    super("this key was used before")
    this.name = "Replayed"
  }
}

/** The key of the actor's request, for its first command alone: a second one in the same request is another deed. */
export function takeKey({ once }: Actor): OnceKey | undefined {
  if (!once || once.taken) return undefined
  once.taken = true
  return once
}

/** Runs a command once for a key, and throws `Replayed` when it was run before. */
export async function keptOnce<Value>(work: Work, key: OnceKey | undefined, run: () => Promise<Value>): Promise<Value> {
  if (!key) return run()
  const before = await take(work, key)
  if (before !== null) throw new Replayed(before)
  const value = await run()
  await keep(work, key.key, JSON.stringify(value))
  return value
}

/**
 * Runs once for a person's key: sent again (a double click, a retried upload), the first answer is given and nothing is done.
 * The key is taken in the command's own transaction, so two at the same time wait for each other. `request` is what was asked;
 * another request with the same key is a conflict.
 */
export async function onceWithin<Schema extends z.ZodType>(
  work: Work, key: string | undefined, request: unknown, answer: Schema, run: () => Promise<z.output<Schema>>,
): Promise<z.output<Schema>> {
  if (key === undefined || work.actor.personId === null) return run()
  const before = await take(work, { key, requestHash: digest(JSON.stringify(request)) })
  if (before !== null) return answer.parse(JSON.parse(before))
  const value = await run()
  await keep(work, key, JSON.stringify(value))
  return value
}

/** A key as it is kept, whatever its length and signs. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}

// Null for a new key, which is now taken: others with the same key wait for this transaction's end. Otherwise the answer given before.
async function take({ tx, now, actor }: Work, { key, requestHash }: Pick<OnceKey, "key" | "requestHash">): Promise<string | null> {
  const personId = actor.personId ?? ""
  const taken = await tx.idempotencyKey.createMany({ data: [{ personId, key, requestHash, status: 201, response: "", createdAt: now }], skipDuplicates: true })
  if (taken.count > 0) return null
  const before = await tx.idempotencyKey.findUnique({ where: { personId_key: { personId, key } }, select: { requestHash: true, response: true } })
  if (!before || before.requestHash !== requestHash) return refuse("conflict", "common.refusals.idempotency")
  return before.response
}

async function keep({ tx, actor }: Work, key: string, response: string): Promise<void> {
  await tx.idempotencyKey.update({ where: { personId_key: { personId: actor.personId ?? "", key } }, data: { response }, select: { key: true } })
}
