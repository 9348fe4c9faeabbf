import { seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { RefusalCode, Result } from "@/lib/platform/refusal"

/** The value of a command that must go well. */
export async function done<Value>(promise: Promise<Result<Value>>): Promise<Value> {
  const result = await promise
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.message}`)
  return result.value
}

/** The code of a refusal; "done" when there was none. */
export async function codeOf(promise: Promise<Result<unknown>>): Promise<RefusalCode | "done"> {
  const result = await promise
  return result.ok ? "done" : result.refusal.code
}

/** What a command added to a unit's chain: the types of its events, in order. */
export async function eventsOf(unitId: string, run: () => Promise<unknown>): Promise<string[]> {
  const last = await asReader(seed, ({ tx }) => tx.auditEvent.findFirst({ where: { unitId }, orderBy: { sequence: "desc" }, select: { sequence: true } }))
  await run()
  const added = await asReader(seed, ({ tx }) =>
    tx.auditEvent.findMany({ where: { unitId, sequence: { gt: last?.sequence ?? 0n } }, orderBy: { sequence: "asc" }, select: { type: true } }))
  return added.map(({ type }) => type)
}
