import { described, type ListedObligation, ofPersonIn } from "@/lib/evidence/queries/obligations"
import { standingIn } from "@/lib/evidence/queries/standing"
import { horizon } from "@/lib/evidence/rules/status"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"

export type DueObligation = ListedObligation
export type MyWork = { due: DueObligation[]; total: number }

/** What a person owes on the points they own or perform: returned, overdue, due, and due within two weeks; soonest first. */
export async function myWork(actor: Actor, limit = 50): Promise<MyWork> {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const mine = await ofPersonIn(tx, actor.personId ?? "", day)
    const open = Prisma.sql`o.status in ('returned', 'overdue', 'due') or o.status = 'upcoming' and o."dueOn" <= ${horizon(day)}::date`
    const { items, total } = await standingIn(tx, day, { of: mine, standing: open }, limit)
    return { due: await described(tx, items, day), total }
  })
}
