import { asAccessReader } from "@/lib/duties/policy"
import type { AccessFilter } from "@/lib/duties/schema"
import type { Actor, Text } from "@/lib/platform/actor"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { namesOf } from "@/lib/platform/names"

export type AccessRow = {
  id: string; unitId: string; personId: string; name: Text; email: string; active: boolean; role: string; from: Day; to: Day | null
  granter: Text | null; withdrawnAt: Date | null; points: number
}
export type AccessPage = { items: AccessRow[]; next: string | null; day: Day }

/** Who holds which role where, from when until when, with how many points they own there; the people of the units whose access the reader may read. */
export async function accessMatrix(reader: Actor, filter: AccessFilter): Promise<AccessPage> {
  const actor = asAccessReader(reader)
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
    if (unitId === null) return { items: [], next: null, day }
    const parts = [
      unitId ? Prisma.sql`g."unitId" = ${unitId}::uuid` : Prisma.sql`true`, filter.role ? Prisma.sql`g.role = ${filter.role}` : Prisma.sql`true`,
      filter.past ? Prisma.sql`true` : Prisma.sql`g."withdrawnAt" is null and (g."to" is null or g."to" > ${day}::date)`,
    ]
    const rows = await tx.$queryRaw<(Omit<AccessRow, "name" | "granter" | "from" | "to"> & { from: Date; to: Date | null; grantedBy: string | null; nameZh: string; nameEn: string | null })[]>`
      select g.id, g."unitId", g."personId", coalesce(p."nameZh", n."nameZh", '') as "nameZh", coalesce(p."nameEn", n."nameEn") as "nameEn", coalesce(p.email, '') as email, coalesce(p.active, true) as active,
        g.role, g."from", g."to", g."grantedBy", g."withdrawnAt",
        (select count(*)::int from "Ownership" o where o."unitId" = g."unitId" and o."personId" = g."personId" and o."voidedAt" is null and o."from" <= ${day}::date and (o."to" is null or o."to" > ${day}::date)) as points
      from "RoleGrant" g join "Unit" u on u.id = g."unitId" left join "Person" p on p.id = g."personId" left join lateral kp_person_names(array[g."personId"]) n on p.id is null
      where ${Prisma.join(parts, " and ")} order by u.code, "nameZh", g."personId", g.role, g.id`
    const wanted = filter.q?.toLowerCase()
    const matching = wanted ? rows.filter(({ nameZh, nameEn, email }) => `${nameZh} ${nameEn ?? ""} ${email}`.toLowerCase().includes(wanted)) : rows
    const start = filter.cursor ? matching.findIndex(({ id }) => id === filter.cursor) + 1 : 0
    const shown = matching.slice(start, start + filter.limit)
    const names = await namesOf(tx, shown.map(({ grantedBy }) => grantedBy))
    const items = shown.map(({ from, to, grantedBy, nameZh, nameEn, ...row }): AccessRow => ({ ...row, name: { zh: nameZh, en: nameEn }, from: dayOf(from), to: to && dayOf(to), granter: names.get(grantedBy ?? "") ?? null }))
    return { items, next: start + filter.limit < matching.length ? (items.at(-1)?.id ?? null) : null, day }
  })
}
