import { type Condition, standingAsked, standingIn, type StandingObligation } from "@/lib/evidence/queries/standing"
import type { ObligationFilter } from "@/lib/evidence/schema"
import { type Heading, headingsIn, pointIdsOfNodeIn } from "@/lib/handbook/queries/headings"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { periodNamed } from "@/lib/platform/periods"
import { pointsOfNamedIn, pointsOfPersonIn } from "@/lib/units/queries/ownership"

export type ListedObligation = StandingObligation & Heading
export type ObligationList = { items: ListedObligation[]; next: string | null; total: number }

/** Obligations of the units that the reader reaches (domain.md § 3), soonest due first. */
export async function listObligations(actor: Actor, filter: ObligationFilter): Promise<ObligationList> {
  return asReader(actor, async ({ tx, now }) => {
    const where = await conditionIn(tx, actor, filter, today(now))
    return listedIn(tx, filter, await standingIn(tx, today(now), where, filter.limit + 1, after(filter.cursor)))
  })
}

/** What a page asks beside other questions for such a list; `listedIn` reads the answer. */
export async function obligationsAsked({ tx, now, actor }: Work, filter: ObligationFilter) {
  return standingAsked(today(now), await conditionIn(tx, actor, filter, today(now)), filter.limit + 1, after(filter.cursor))
}

/** The list that was found: one more than fits on the page tells that there is another. */
export async function listedIn(tx: Tx, filter: ObligationFilter, { items, total }: { items: StandingObligation[]; total: number }): Promise<ObligationList> {
  const shown = items.slice(0, filter.limit)
  const last = shown.at(-1)
  return { items: await described(tx, shown), total, next: items.length > filter.limit && last ? `${last.dueOn}_${last.id}` : null }
}

/** Obligations with their point's heading. */
export async function described(tx: Tx, items: StandingObligation[]): Promise<ListedObligation[]> {
  const headings = await headingsIn(tx, items.map((item) => item.pointVersionId))
  return items.flatMap((item) => {
    const heading = headings.get(item.pointVersionId)
    return heading ? [{ ...item, ...heading }] : []
  })
}

async function conditionIn(tx: Tx, actor: Actor, filter: ObligationFilter, day: string): Promise<Condition> {
  const parts = [Prisma.sql`true`]
  if (filter.unit !== undefined) {
    const unit = (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
    parts.push(unit ? Prisma.sql`o."unitId" = ${unit.id}::uuid` : Prisma.sql`false`)
  }
  if (filter.point) parts.push(Prisma.sql`o."pointId" = ${filter.point}::uuid`)
  if (filter.node) parts.push(Prisma.sql`o."pointId" = any (${await pointIdsOfNodeIn(tx, filter.node)}::uuid[])`)
  if (filter.period !== undefined) {
    const period = periodNamed(filter.period)
    parts.push(period ? Prisma.sql`o."periodEnd" between ${period.start}::date and ${period.end}::date` : Prisma.sql`false`)
  }
  const person = filter.owner === "me" ? actor.personId : filter.owner
  if (filter.owner !== undefined) parts.push(await ofPersonIn(tx, person ?? "", day))
  if (filter.name !== undefined) parts.push(onPoints(await pointsOfNamedIn(tx, filter.name, day)))
  return { of: Prisma.join(parts, " and "), standing: filter.status && Prisma.sql`o.status = ${filter.status}` }
}

/** Obligations on the points that a person owns or performs. */
export async function ofPersonIn(tx: Tx, personId: string, day: string): Promise<Prisma.Sql> {
  return onPoints(isId(personId) ? await pointsOfPersonIn(tx, personId, day) : [])
}

export function onPoints(points: readonly { unitId: string; pointId: string }[]): Prisma.Sql {
  const units = points.map(({ unitId }) => unitId)
  return Prisma.sql`(o."unitId", o."pointId") in (select * from unnest(${units}::uuid[], ${points.map(({ pointId }) => pointId)}::uuid[]))`
}

function after(cursor: string | undefined): Prisma.Sql {
  const [day = "", id = ""] = cursor?.split("_") ?? []
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isId(id) ? Prisma.sql`(o."dueOn", o.id) > (${day}::date, ${id}::uuid)` : Prisma.sql`true`
}
