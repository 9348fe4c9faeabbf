import type { Actor } from "@/lib/platform/actor"
import { inTransaction, type Tx } from "@/lib/platform/database"
import { type Day, today } from "@/lib/platform/days"
import { databaseRefusal, isPassing } from "@/lib/platform/errors"
import { fiscalYearBegins } from "@/lib/platform/fiscal-year"
import { keptOnce, takeKey } from "@/lib/platform/once"
import { noteRefusal } from "@/lib/platform/refusals"
import { Refused, type Result } from "@/lib/platform/refusal"

/** What a command works with: the transaction, the command's clock (the database's time), and who is asking. */
export type Work = { tx: Tx; now: Date; actor: Actor }

/**
 * The one door for a change: one READ COMMITTED transaction as the actor. A refusal rolls everything back and comes
 * back as a value; it is then noted in the refusal log. With a key that was used before it throws `Replayed`.
 */
export async function asActor<Value>(actor: Actor, command: string, run: (work: Work) => Promise<Value>): Promise<Result<Value>> {
  const key = takeKey(actor)
  try {
    return { ok: true, value: await retried(() => enter(actor, (work) => keptOnce(work, key, () => run(work)), false)) }
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : databaseRefusal(error)
    if (!refusal) throw error
    await noteRefusal(actor, command, refusal, error instanceof Refused ? error.about : {})
    return { ok: false, refusal }
  }
}

/** The same door for reading: the value itself; a row of another unit is not there. */
export async function asReader<Value>(actor: Actor, run: (work: Work) => Promise<Value>): Promise<Value> {
  return enter(actor, run, true)
}

// When each transaction began by the database's own clock, whatever moment its actor is said to live in.
const begun = new WeakMap<Tx, Date>()

/** The day it is in Shanghai by the database's clock. */
export async function todayIn(tx: Tx): Promise<Day> {
  const known = begun.get(tx)
  if (known) return today(known)
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select now() as now`
  return today(row?.now ?? new Date(0))
}

async function enter<Value>(actor: Actor, run: (work: Work) => Promise<Value>, reads: boolean): Promise<Value> {
  return inTransaction(async (tx) => {
    const units = actor.units ? actor.units.map((unit) => unit.id) : null
    const rows = await tx.$queryRaw<{ now: Date; began: Date; fiscalStart: number }[]>`
      select kp_enter(${actor.kind}, ${actor.personId}::uuid, ${units}::uuid[], ${actor.audience.join(",")}, ${actor.at ?? null}::timestamptz) as now, now() as began, kp_fiscal_start() as "fiscalStart"`
    if (rows[0]) begun.set(tx, rows[0].began)
    fiscalYearBegins(rows[0]?.fiscalStart ?? 1)
    return run({ tx, now: rows[0]?.now ?? new Date(), actor })
  }, { reads })
}

async function retried<Value>(run: () => Promise<Value>, left = 3): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    if (left > 0 && isPassing(error)) return retried(run, left - 1)
    throw error
  }
}
