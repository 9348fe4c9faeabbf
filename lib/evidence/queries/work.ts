import { described, type ListedObligation, onPoints } from "@/lib/evidence/queries/obligations"
import { standingIn } from "@/lib/evidence/queries/standing"
import { horizon } from "@/lib/evidence/rules/status"
import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { askAtOnce } from "@/lib/platform/at-once"
import { type Principal, principalsOf } from "@/lib/units/queries/deputies"
import { pointsOfPerson, pointsOfPersonIn, type UnitPoint } from "@/lib/units/queries/ownership"

export type DueObligation = ListedObligation & { /** Who is away, where the person owes it as a deputy. */ forWhom: Text | null }
export type MyWork = { due: DueObligation[]; total: number }

/** What a person owes on the points that they, or those for whom they deputise today, own or perform: returned, overdue, due, and due within two weeks; soonest first. */
export async function myWork(actor: Actor, limit = 50): Promise<MyWork> {
  return asReader(actor, async (work) => {
    const day = today(work.now)
    return myWorkIn(work, await askAtOnce(work.tx, { principals: principalsOf(actor.personId, day), own: pointsOfPerson(actor.personId, day) }), limit)
  })
}

/** The same within a page's own transaction, with their own points and for whom they deputise. */
export async function myWorkIn({ tx, now }: Work, { principals, own }: { principals: readonly Principal[]; own: readonly UnitPoint[] }, limit: number): Promise<MyWork> {
  const day = today(now)
  const theirs: { unitId: string; name: Text | null; points: Set<string> }[] = []
  for (const { personId, unitId, name } of principals) {
    theirs.push({ unitId, name, points: new Set((await pointsOfPersonIn(tx, personId, day)).flatMap((point) => (point.unitId === unitId ? [point.pointId] : []))) })
  }
  if (own.length + theirs.length === 0) return { due: [], total: 0 }
  const parts = theirs.map(({ unitId, points }) => Prisma.sql`o."unitId" = ${unitId}::uuid and o."pointId" = any (${[...points]}::uuid[])`)
  const mine = Prisma.sql`(${Prisma.join([onPoints(own), ...parts], " or ")})`
  const open = Prisma.sql`o.status in ('returned', 'overdue', 'due') or o.status = 'upcoming' and o."dueOn" <= ${horizon(day)}::date`
  const { items, total } = await standingIn(tx, day, { of: mine, standing: open }, limit)
  const due = (await described(tx, items)).map((item) => ({ ...item, forWhom: theirs.find(({ unitId, points }) => unitId === item.unitId && points.has(item.pointId))?.name ?? null }))
  return { due, total }
}
