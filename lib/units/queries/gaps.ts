import { editionInForce, toldEdition } from "@/lib/handbook/queries/editions"
import { overridesOf } from "@/lib/handbook/queries/overrides"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Override } from "@/lib/handbook/rules/applicability"
import type { Answers, Question } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import { hasCeased } from "@/lib/units/rules"
import { toldUnit, unitAsked } from "./units"

export type GapsTold = Answers<{ unit: ReturnType<typeof unitAsked>; edition: ReturnType<typeof editionInForce> }> & { decided: Override[]; held: string[] }

/** What tells how many of the points that apply to a unit have no owner on a day; `gapsIn` counts them. */
export function gapsAsked(unitId: string, day: Day): Question<GapsTold> {
  return { sql: Prisma.sql`json_build_object('unit', ${unitAsked(unitId).sql}, 'edition', ${editionInForce(day).sql}, 'decided', ${overridesOf(unitId).sql}, 'held', (
    select coalesce(json_agg("pointId"), '[]') from "Ownership"
    where "unitId" = ${unitId}::uuid and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)))` }
}

/** The points that apply to a unit and have no owner: what its lead sees first (domain.md § 2). A closed one has none. */
export async function gapsIn(tx: Tx, told: GapsTold, day: Day): Promise<number> {
  const [unit, edition, held] = [toldUnit(told.unit), toldEdition(tx, told.edition), new Set(told.held)]
  if (!unit || !edition || hasCeased(unit, day)) return 0
  const applicable = await applicablePointsIn(tx, unit, edition.id, told.decided)
  return applicable.filter(({ pointId }) => !held.has(pointId)).length
}
