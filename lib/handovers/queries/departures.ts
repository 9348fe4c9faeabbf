import { mayConduct, maySignFor, maySupervise } from "@/lib/handovers/policy"
import { handoverIn } from "@/lib/handovers/queries/handovers"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import { missingTakers } from "@/lib/handovers/rules/parting"
import { type Actor, holds, type Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Day, today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"

export type OpenDeparture = { id: string; unitId: string; number: string; status: string; leavesOn: Day; person: Text | null; /** What it waits for from this reader. */ mine: "hand-over" | "take-over" | "supervise" | "divide" | null }
export type Unattended = { unitId: string; personId: string; person: Text | null; points: number }
export type Departures = { open: OpenDeparture[]; unattended: Unattended[] }

/** Departures that are not done: all of them for the finance lead and heads, else those that wait for this reader's signature. */
export async function departuresFor(actor: Actor): Promise<Departures> {
  return asReader(actor, departuresIn)
}

/** The same within a page's own transaction. */
export async function departuresIn({ tx, now, actor }: Work): Promise<Departures> {
  const rows = await tx.handover.findMany({ where: { status: { in: [...openStates] } }, orderBy: { leavesOn: "asc" }, select: { id: true } })
  const open: OpenDeparture[] = []
  for (const { id } of rows) {
    const row = await handoverIn(tx, id)
    if (!row) continue
    const mine = waitsFor(actor, row)
    if (mine || mayConduct(actor, row).allowed) open.push({ id, unitId: row.unitId, number: row.number, status: row.status, leavesOn: row.leavesOn, person: (await namesOf(tx, [row.personId])).get(row.personId) ?? null, mine })
  }
  const leads = (actor.units ?? []).filter((unit) => holds(actor, unit.id, "finance-lead")).map(({ id }) => id)
  return { open, unattended: await unattendedIn(tx, leads, today(now)) }
}

function waitsFor(actor: Actor, row: NonNullable<Awaited<ReturnType<typeof handoverIn>>>): OpenDeparture["mine"] {
  if (row.status === "opened") {
    const divided = row.items.every(({ takerPersonId }) => takerPersonId !== null)
    if (!divided) return mayConduct(actor, row).allowed ? "divide" : null
    return actor.personId === row.personId && maySignFor(actor, row, row.personId).allowed ? "hand-over" : null
  }
  if (row.status === "handed-over") return actor.personId !== null && missingTakers(row.items, row.signatures).includes(actor.personId) ? "take-over" : null
  return maySupervise(actor, row).allowed ? "supervise" : null
}

/** Departures that nobody has opened: an account is closed, or every position was left, and points are still theirs. */
export async function unattendedIn(tx: Tx, unitIds: readonly string[], day: Day): Promise<Unattended[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.$queryRaw<{ unitId: string; personId: string; points: number }[]>`
    select o."unitId", o."personId", count(*)::int as points from "Ownership" o left join "Person" p on p.id = o."personId"
    where o."unitId" = any (${[...unitIds]}::uuid[]) and o."voidedAt" is null and o."from" <= ${day}::date and (o."to" is null or o."to" > ${day}::date)
      and (p.active = false or exists (select 1 from "PositionHolding" h where h."unitId" = o."unitId" and h."personId" = o."personId")
        and not exists (select 1 from "PositionHolding" h where h."unitId" = o."unitId" and h."personId" = o."personId" and (h."to" is null or h."to" > ${day}::date)))
      and not exists (select 1 from "Handover" x where x."unitId" = o."unitId" and x."personId" = o."personId" and x.status = any (${[...openStates]}))
    group by 1, 2 order by 1, 3 desc`
  const names = await namesOf(tx, rows.map((row) => row.personId))
  return rows.map((row) => ({ ...row, person: names.get(row.personId) ?? null }))
}
