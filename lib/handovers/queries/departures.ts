import { mayConduct, maySignFor, maySupervise } from "@/lib/handovers/policy"
import { type OpenHandover, openHandovers } from "@/lib/handovers/queries/handovers"
import { lapsedIn } from "@/lib/handovers/queries/lapsed"
import { missingTakers } from "@/lib/handovers/rules/parting"
import { type Actor, holds, type Text } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"

export type OpenDeparture = { id: string; unitId: string; number: string; status: string; leavesOn: Day; person: Text | null; /** What it waits for from this reader. */ mine: "hand-over" | "take-over" | "supervise" | "divide" | null }
export type Unattended = { unitId: string; personId: string; person: Text | null; count: number }
export type Departures = { open: OpenDeparture[]; unattended: Unattended[] }

/** Departures that are not done: all of them for the finance lead and heads, else those that wait for this reader's signature. */
export async function departuresFor(actor: Actor): Promise<Departures> {
  return asReader(actor, async (work) => departuresIn(work, (await askAtOnce(work.tx, { handovers: openHandovers() })).handovers))
}

/** The same within a page's own transaction, of the handovers that are open. */
export async function departuresIn({ tx, now, actor }: Work, handovers: readonly OpenHandover[]): Promise<Departures> {
  const open = handovers.flatMap((row) => {
    const mine = waitsFor(actor, row)
    const { id, unitId, number, status, leavesOn, person } = row
    return mine || mayConduct(actor, row).allowed ? [{ id, unitId, number, status, leavesOn, person, mine }] : []
  })
  const leads = (actor.units ?? []).filter((unit) => holds(actor, unit.id, "finance-lead", "administrator")).map(({ id }) => id)
  return { open, unattended: await unattendedIn(tx, leads, today(now)) }
}

function waitsFor(actor: Actor, row: OpenHandover): OpenDeparture["mine"] {
  if (row.status === "opened") {
    const divided = row.items.every(({ takerPersonId }) => takerPersonId !== null)
    if (!divided) return mayConduct(actor, row).allowed ? "divide" : null
    return actor.personId === row.personId && maySignFor(actor, row, row.personId).allowed ? "hand-over" : null
  }
  if (row.status === "handed-over") return actor.personId !== null && missingTakers(row.items, row.signatures).includes(actor.personId) ? "take-over" : null
  return maySupervise(actor, row).allowed ? "supervise" : null
}

/** Departures that nobody has opened: the account, the last role or every position has ended, and things are still theirs. */
export async function unattendedIn(tx: Tx, unitIds: readonly string[], day: Day): Promise<Unattended[]> {
  if (unitIds.length === 0) return []
  const rows = (await lapsedIn(tx, day, { unitIds })).filter(({ ended }) => ended !== "testing" && ended !== "one-position")
  const names = await namesOf(tx, rows.map((row) => row.personId))
  return rows.map(({ unitId, personId, count }) => ({ unitId, personId, count, person: names.get(personId) ?? null }))
}
