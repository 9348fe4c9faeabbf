import { listsIn, type ListRow } from "@/lib/distributions/queries/lists"
import { isOpen, stateOf } from "@/lib/distributions/rules/lists"
import { changedSinceIn, type Since } from "@/lib/handbook/queries/since"
import { latestPublishedIn } from "@/lib/handbook/queries/editions"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"

export type GivenPoint = { pointId: string; code: string; title: Text; description: Text; own: boolean; since: Since }

/** The lists given to the person, what waits first, then the latest, each with its points and what is new in them. */
export async function myLists(actor: Actor) {
  const { personId } = actor
  if (personId === null) return []
  return asReader(actor, async ({ tx, now }) => {
    const latest = await latestPublishedIn(tx)
    const lists = []
    for (const row of await listsIn(tx, { personId })) lists.push({ ...row, state: stateOf(row, today(now), row.editionId === latest?.id), ...(await wordsIn(tx, row)) })
    return lists.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)) || other.givenAt.getTime() - one.givenAt.getTime())
  })
}
export type MyList = Awaited<ReturnType<typeof myLists>>[number]

// What is new is read first.
const news = { changed: 0, added: 1, same: 2 } satisfies Record<Since, number>

async function wordsIn(tx: Tx, { editionId, owned, known }: ListRow) {
  const { edition, points } = await changedSinceIn(tx, editionId, [...owned, ...known])
  const own = new Set(owned)
  return { edition, points: points.map((point): GivenPoint => ({ ...point, own: own.has(point.pointId) })).toSorted((one, other) => Number(other.own) - Number(one.own) || news[one.since] - news[other.since]) }
}
