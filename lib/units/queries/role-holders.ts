import type { Role } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"

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
