import type { Role } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day } from "@/lib/platform/days"

/** Who holds one of the roles at a unit or above it on a day, as far as the asker reaches. */
export async function roleHoldersIn(tx: Tx, unitId: string, roles: readonly Role[], day: Day): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: {
      unitId: { in: await lineageIn(tx, unitId) }, role: { in: [...roles] }, withdrawnAt: null,
      from: { lte: dateOf(day) }, OR: [{ to: null }, { to: { gt: dateOf(day) } }],
    },
    select: { personId: true },
  })
  return [...new Set(rows.map((row) => row.personId))]
}

async function lineageIn(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive line as (
      select id, "parentId" from "Unit" where id = ${unitId}::uuid
      union all select u.id, u."parentId" from "Unit" u join line on u.id = line."parentId")
    select id from line`
  return rows.map((row) => row.id)
}
