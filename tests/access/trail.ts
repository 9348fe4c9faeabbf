import type { Transaction } from "@prisma/driver-adapter-utils"
import { type Caller, cellsOf } from "./cast"
import { running } from "./command"
import { rehearse, standing, statement, watchedBy } from "./rehearsal"

/** What one transaction of the product changed, and what it wrote into the audit trail; `command` is none where it came in by no command. */
export type Deed = { command: string | null; tables: string[]; events: { type: string; unitId: string; personId: string | null }[] }

/** Runs the work, and tells what each transaction changed that was kept. PostgreSQL itself counts the rows: no write is overlooked. */
export async function watched<Value>(work: () => Promise<Value>): Promise<{ value: Value; deeds: Deed[] }> {
  const deeds: Deed[] = []
  const value = await watchedBy(async (outer) => {
    let before = await rowsWritten(outer)
    return async (transaction, kept) => {
      const after = await rowsWritten(transaction)
      const added = (table: string) => (after.get(table) ?? 0) - (before.get(table) ?? 0)
      const tables = [...after.keys()].filter((table) => added(table) > 0).toSorted()
      const events = kept ? await lastEvents(transaction, added("AuditEvent")) : []
      before = after
      const command = running()
      if (kept && (command !== null || tables.length > 0)) deeds.push({ command, tables, events })
    }
  }, work)
  return { value, deeds }
}

// The counters go on when a savepoint is taken back: what counts is what they gained since the last end.
async function rowsWritten(transaction: Transaction): Promise<Map<string, number>> {
  const { rows } = await transaction.queryRaw(statement(`
    select relname::text, (n_tup_ins + n_tup_upd + n_tup_del)::text from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`))
  return new Map(rows.map(([table, count]) => [String(table), Number(count)]))
}

async function lastEvents(transaction: Transaction, count: number): Promise<Deed["events"]> {
  if (count === 0) return []
  const inside = await standing(transaction)
  await transaction.queryRaw(statement("select kp_enter('seed', null, null, 'operating', null)::text"))
  const { rows } = await transaction.queryRaw(statement(`select type, "unitId"::text, "personId"::text from "AuditEvent" order by id desc limit ${count}`))
  await transaction.queryRaw(inside)
  return rows.map(([type, unitId, personId]) => ({ type: String(type), unitId: String(unitId), personId: personId === null ? null : String(personId) })).toReversed()
}

// What serves the request alone, and says nothing of the company: the trail itself, keys of requests, mail that waits, numbers.
const served = ["AuditEvent", "AuditSubject", "AuditHead", "IdempotencyKey", "OutboxMessage", "Counter"]
// Written beside a command: when a session or token was last used, and the logs of attempts and refusals.
const noted = ["Session", "ApiToken", "SignInAttempt", "RefusalNote"]

/** What a call left in the trail, in the tables' words: `command: event + event`, or what it changed without one. */
export function trailOf(deeds: Deed[], { actor }: Pick<Caller, "actor">): string {
  const words = deeds.flatMap(({ command, tables, events }) => {
    const changed = tables.filter((table) => !served.includes(table))
    if (events.length === 0 && changed.every((table) => noted.includes(table)) && (command === null || changed.includes("RefusalNote"))) return []
    const others = events.filter(({ personId }) => actor && personId !== actor.personId)
    const by = others.length > 0 ? " by-another" : ""
    return [`${command ?? "no command"}: ${events.length > 0 ? told(events) : changed.length > 0 ? `unrecorded ${changed.join(" + ")}` : "nothing"}${by}`]
  })
  return [...new Set(words)].join("; ")
}

/** Types in the order in which they came; one that came twice into one unit's chain is told as often. */
function told(events: Deed["events"]): string {
  const types = [...new Set(events.map(({ type }) => type))]
  return types.map((type) => {
    const of = events.filter((event) => event.type === type)
    const most = Math.max(...of.map(({ unitId }) => of.filter((event) => event.unitId === unitId).length))
    return most > 1 ? `${type} ×${most}` : type
  }).join(" + ")
}

export type Observed = { word: string; trail: string }

/** One call, rehearsed: its word, and what it left in the trail; not what was prepared for it. */
export function observed<Prepared>(caller: Caller, prepare: () => Promise<Prepared>, run: (prepared: Prepared) => Promise<string>): Promise<Observed> {
  return rehearse(async () => {
    const prepared = await prepare()
    const { value, deeds } = await watched(() => run(prepared))
    return { word: value, trail: trailOf(deeds, caller) }
  })
}

/** A row: the word for each column, and what everybody leaves who acts. Who does not act leaves nothing in the trail. */
export function rowOf(got: Map<Caller, Observed>): string[] {
  const acted = [...new Set([...got.values()].filter(({ word }) => word === "acts").map(({ trail }) => trail))]
  const stray = [...got].filter(([, { word, trail }]) => word !== "acts" && trail !== "").map(([{ column }, { word, trail }]) => `${column}(${word}) leaves ${trail}`)
  return [...cellsOf(new Map([...got].map(([caller, { word }]) => [caller, word]))), [...acted.map((trail) => trail || "nothing"), ...stray].join(" | ") || "-"]
}
