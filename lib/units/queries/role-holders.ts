import type { Role } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf } from "@/lib/platform/days"

/** Who holds one of the roles at a unit or above it on a day, as far as the asker reaches. */
export async function roleHoldersIn(tx: Tx, unitId: string, roles: readonly Role[], day: Day): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    with recursive line as (
      select id, "parentId" from "Unit" where id = ${unitId}::uuid
      union all select u.id, u."parentId" from "Unit" u join line on u.id = line."parentId")
    select "personId" from "RoleGrant"
    where "unitId" in (select id from line) and role = any (${[...roles]}) and "withdrawnAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
    order by id`
  return [...new Set(rows.map((row) => row.personId))]
}

/** From when until when somebody holds roles that work in a unit, there or above it, also where the asker does not reach. */
export async function roleSpellsIn(tx: Tx, unitId: string, personId: string): Promise<{ from: Day; to: Day | null }[]> {
  const rows = await tx.$queryRaw<{ from: Date; to: Date | null }[]>`select * from kp_role_spells(${personId}::uuid, ${unitId}::uuid)`
  return rows.map(({ from, to }) => ({ from: dayOf(from), to: to && dayOf(to) }))
}
