import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

/** Who heads the department that a person belongs to in a unit; null where none is named. */
export async function headOfPersonIn(tx: Tx, unitId: string, personId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ head: string | null }[]>(headOf(Prisma.sql`${unitId}::uuid`, Prisma.sql`${personId}::uuid`))
  return rows[0]?.head ?? null
}

/** The same in a statement of its own, of the person and the unit that it names; its tables are d, held, o and p, so what it names is none of these. */
export function headOf(unitId: Prisma.Sql, personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select d."headPersonId" as head from "Person" p join "Department" d on d.id = p."departmentId" and d."unitId" = ${unitId} where p.id = ${personId}
    union all
    select d."headPersonId" from "PositionHolding" held join "Position" o on o.id = held."positionId" join "Department" d on d.id = o."departmentId"
    where held."unitId" = ${unitId} and held."personId" = ${personId} limit 1`
}
