import { warningsOf, type Warning } from "@/lib/access-reviews/rules/warnings"
import type { LineKind } from "@/lib/access-reviews/schema"
import { exposuresIn } from "@/lib/duties/queries/exposures"
import type { Work } from "@/lib/platform/door"
import { dateOf, type Day, today } from "@/lib/platform/days"

type Found = {
  kind: LineKind; subjectId: string; personId: string | null; what: string; whatEn: string; from: Date; to: Date | null; since: Date; usedAt: Date | null
}
type Use = { personId: string; lastSeenAt: Date | null; active: boolean; lacksFactor: boolean }
export type FrozenLine = Omit<Found, "since" | "usedAt"> & { lastUsedAt: Date | null; warnings: Warning[]; conflicts: string[] }

/** Every access to a unit that is in force or agreed for later, with what speaks against it; in the order of kind and person. */
export async function accessInForce({ tx, now }: Work, unitId: string): Promise<FrozenLine[]> {
  const day = today(now)
  const found = await foundIn({ tx }, unitId, day)
  const used = new Map((await tx.$queryRaw<Use[]>`select * from kp_access_use(${unitId}::uuid)`).map((row) => [row.personId, row]))
  const leaving = new Set((await tx.handover.findMany({ where: { unitId, kind: "leaves", status: { in: ["opened", "handed-over", "taken-over"] } }, select: { personId: true } })).map((row) => row.personId))
  const exposed = (await exposuresIn(tx, day)).filter((one) => one.unitId === unitId)
  return found.map(({ since, usedAt, ...line }) => {
    const person = line.personId ? used.get(line.personId) : undefined
    const conflicts = line.kind === "grant" ? [...new Set(exposed.filter(({ personId }) => personId === line.personId).map(({ rule }) => rule))] : []
    const lastUsedAt = line.kind === "token" ? usedAt : (person?.lastSeenAt ?? null)
    const leaver = line.personId !== null && (person?.active === false || leaving.has(line.personId))
    return { ...line, lastUsedAt, conflicts, warnings: warningsOf({ kind: line.kind, since, lastUsedAt, leaver, lacksFactor: person?.lacksFactor ?? false, conflicts }, now) }
  })
}

// A position gives access to whoever owns points by it, or comes from another unit.
async function foundIn({ tx }: Pick<Work, "tx">, unitId: string, day: Day): Promise<Found[]> {
  const on = dateOf(day)
  return tx.$queryRaw<Found[]>`
    select * from (
      select 'grant' as kind, id as "subjectId", "personId", role as what, role as "whatEn", "from", "to", "grantedAt" as since, null::timestamptz as "usedAt" from "RoleGrant"
      where "unitId" = ${unitId}::uuid and "withdrawnAt" is null and ("to" is null or "to" > ${on}::date)
      union all
      select 'holding', h.id, h."personId", p."nameZh", p."nameEn", h."from", h."to", h."recordedAt", null from "PositionHolding" h
        join "Position" p on p."unitId" = h."unitId" and p.id = h."positionId" left join "Person" n on n.id = h."personId"
      where h."unitId" = ${unitId}::uuid and (h."to" is null or h."to" > ${on}::date) and (n."unitId" is distinct from h."unitId"
        or exists (select 1 from "Ownership" o where o."unitId" = h."unitId" and o."personId" = h."personId" and o."positionId" = h."positionId" and o."voidedAt" is null and (o."to" is null or o."to" > ${on}::date)))
      union all
      select 'token', id, "personId", name, name, "createdAt"::date, "expiresAt"::date, "createdAt", "lastUsedAt" from kp_tokens_in_force(${unitId}::uuid)
      union all
      select 'deputy', d.id, d."deputyId", n."nameZh", n."nameEn", d."from", d."lastDay" + 1, d."namedAt", null from "Deputy" d left join lateral kp_person_names(array[d."personId"]) n on true
      where d."unitId" = ${unitId}::uuid and d."endedAt" is null and d."lastDay" >= ${on}::date
      union all
      select 'borrowing', id, "personId", number, number, "decidedAt"::date, "lastDay" + 1, "decidedAt", null from "Borrowing"
      where "unitId" = ${unitId}::uuid and status = 'lent' and "lastDay" >= ${on}::date
      union all
      select 'engagement', id, null, "nameZh", "nameEn", "from", "to" + 1, "openedAt", null from "Engagement"
      where "unitId" = ${unitId}::uuid and "endedAt" is null and "to" >= ${on}::date
    ) x order by case kind when 'grant' then 1 when 'holding' then 2 when 'token' then 3 when 'deputy' then 4 when 'borrowing' then 5 else 6 end, "personId", what, "subjectId"`
}
