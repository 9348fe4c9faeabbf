import { described, type ListedObligation, ofPersonIn } from "@/lib/evidence/queries/obligations"
import { standingIn } from "@/lib/evidence/queries/standing"
import { horizon } from "@/lib/evidence/rules/status"
import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { principalsIn } from "@/lib/units/queries/deputies"
import { pointsOfPersonIn } from "@/lib/units/queries/ownership"

export type DueObligation = ListedObligation & { /** Who is away, where the person owes it as a deputy. */ forWhom: Text | null }
export type MyWork = { due: DueObligation[]; total: number }

/** What a person owes on the points that they, or those for whom they deputise today, own or perform: returned, overdue, due, and due within two weeks; soonest first. */
export async function myWork(actor: Actor, limit = 50): Promise<MyWork> {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const principals = await principalsIn(tx, actor.personId ?? "", day)
    const theirs = await Promise.all(principals.map(async (one) => ({ ...one, points: new Set((await pointsOfPersonIn(tx, one.personId, day)).filter(({ unitId }) => unitId === one.unitId).map(({ pointId }) => pointId)) })))
    const own = await ofPersonIn(tx, actor.personId ?? "", day)
    const parts = theirs.map(({ unitId, points }) => Prisma.sql`o."unitId" = ${unitId}::uuid and o."pointId" = any (${[...points]}::uuid[])`)
    const mine = Prisma.sql`(${Prisma.join([own, ...parts], " or ")})`
    const open = Prisma.sql`o.status in ('returned', 'overdue', 'due') or o.status = 'upcoming' and o."dueOn" <= ${horizon(day)}::date`
    const { items, total } = await standingIn(tx, day, { of: mine, standing: open }, limit)
    const due = (await described(tx, items, day)).map((item) => ({ ...item, forWhom: theirs.find(({ unitId, points }) => unitId === item.unitId && points.has(item.pointId))?.name ?? null }))
    return { due, total }
  })
}
