import { idInForce } from "@/lib/handbook/queries/editions"
import { type Question, valueOf } from "@/lib/platform/at-once"
import { dateOf, type Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"

/** How many of the points that apply to a unit have no owner on a day: what its lead sees first (domain.md § 2). None of a closed one. */
export function gapsOf(unitId: string, day: Day): Question<number> {
  const on = Prisma.sql`${dateOf(day)}::date`
  return valueOf(Prisma.sql`
    with decided as materialized (
      select distinct on ("pointId") "pointId", applicable from "ApplicabilityOverride"
      where "unitId" = ${unitId}::uuid and "withdrawnAt" is null order by "pointId", "decidedAt" desc
    ), held as materialized (
      select "pointId" from "Ownership" where "unitId" = ${unitId}::uuid and "voidedAt" is null and "from" <= ${on} and ("to" is null or "to" > ${on})
    )
    select count(*)::int from "Unit" u cross join "PointVersion" v left join decided d on d."pointId" = v."pointId" left join held h on h."pointId" = v."pointId"
    where u.id = ${unitId}::uuid and (u."to" is null or u."to" > ${on}) and v."editionId" = (${idInForce(day)})
      and coalesce(d.applicable, u.kind = any (v.kinds)) and h."pointId" is null`)
}
