import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { dateOf, dayOf, today } from "@/lib/platform/days"
import { namesOf } from "@/lib/platform/names"
import type { EngagementFilter } from "@/lib/releases/schema"

const columns = { id: true, unitId: true, nameZh: true, nameEn: true, from: true, to: true, openedAt: true, endedAt: true, version: true, members: { orderBy: { personId: "asc" }, select: { personId: true } } } as const

/** An engagement that the asker may see; null otherwise. */
export async function engagementIn(tx: Tx, id: string) {
  return tx.engagement.findUnique({ where: { id }, select: columns })
}

/** The same with its members' names, for its page. */
export async function engagementOf(actor: Actor, id: string) {
  return asReader(actor, async ({ tx }) => {
    const row = await engagementIn(tx, id)
    return row && told(row, await namesOf(tx, row.members.map(({ personId }) => personId)))
  })
}

/** The engagements, newest first: all of the company's for the control office, one's own for an external auditor. */
export async function listEngagements(actor: Actor, filter: EngagementFilter) {
  return asReader(actor, async ({ tx }) => {
    const rows = await tx.engagement.findMany({
      orderBy: { id: "desc" }, ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}), take: filter.limit + 1, select: columns,
    })
    const items = rows.slice(0, filter.limit)
    const names = await namesOf(tx, items.flatMap(({ members }) => members.map(({ personId }) => personId)))
    return { items: items.map((row) => told(row, names)), next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
  })
}

export type ListedEngagement = Awaited<ReturnType<typeof listEngagements>>["items"][number]

export type EngagementRow = NonNullable<Awaited<ReturnType<typeof engagementIn>>>

function told({ nameZh, nameEn, from, to, members, ...row }: EngagementRow, names: ReadonlyMap<string, Text>) {
  return {
    ...row, name: { zh: nameZh, en: nameEn }, from: dayOf(from), to: dayOf(to),
    members: members.map(({ personId }) => ({ personId, name: names.get(personId) ?? { zh: "", en: null } })),
  }
}

/** The external auditors whom the asker may add: everybody who holds the role today in a unit that the asker reaches. */
export async function listAuditors(actor: Actor): Promise<{ personId: string; name: Text }[]> {
  return asReader(actor, async ({ tx, now }) => {
    const on = dateOf(today(now))
    const grants = await tx.roleGrant.findMany({
      where: { role: "external-auditor", withdrawnAt: null, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] }, distinct: ["personId"], select: { personId: true },
    })
    const names = await namesOf(tx, grants.map(({ personId }) => personId))
    return [...names].map(([personId, name]) => ({ personId, name }))
  })
}
