import { mayConduct, maySignFor, maySupervise } from "@/lib/handovers/policy"
import { type OpenHandover, openHandovers } from "@/lib/handovers/queries/handovers"
import { type Unattended, unattendedOf } from "@/lib/handovers/queries/lapsed"
import { missingTakers } from "@/lib/handovers/rules/parting"
import { type Actor, holds, type Text } from "@/lib/platform/actor"
import { type Answers, askAtOnce, nothing } from "@/lib/platform/at-once"
import { type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"

export type OpenDeparture = { id: string; unitId: string; number: string; status: string; leavesOn: Day; person: Text | null; /** What it waits for from this reader. */ mine: "hand-over" | "take-over" | "supervise" | "divide" | null }
export type Departures = { open: OpenDeparture[]; unattended: Unattended[] }

/** Departures that are not done: all of them for the finance lead and heads, else those that wait for this reader's signature. */
export async function departuresFor(actor: Actor): Promise<Departures> {
  return asReader(actor, async ({ tx, now }) => departuresOf(actor, await askAtOnce(tx, departuresAsked(actor, today(now)))))
}

/** What must be asked for them. */
export function departuresAsked(actor: Actor, day: Day) {
  const leads = (actor.units ?? []).filter((unit) => holds(actor, unit.id, "finance-lead", "administrator")).map(({ id }) => id)
  return { handovers: openHandovers(), unattended: leads.length > 0 ? unattendedOf(leads, day) : nothing<Unattended[]>() }
}

/** The same where it was asked. */
export function departuresOf(actor: Actor, { handovers, unattended }: Answers<ReturnType<typeof departuresAsked>>): Departures {
  const open = handovers.flatMap((row) => {
    const mine = waitsFor(actor, row)
    const { id, unitId, number, status, leavesOn, person } = row
    return mine || mayConduct(actor, row).allowed ? [{ id, unitId, number, status, leavesOn, person, mine }] : []
  })
  return { open, unattended: unattended ?? [] }
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
