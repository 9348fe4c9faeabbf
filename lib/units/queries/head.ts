import type { Tx } from "@/lib/platform/database"

/** Who heads the department that a person belongs to in a unit; null where none is named. */
export async function headOfPersonIn(tx: Tx, unitId: string, personId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ head: string | null }[]>`
    select d."headPersonId" as head from "Person" p join "Department" d on d.id = p."departmentId" and d."unitId" = ${unitId}::uuid where p.id = ${personId}::uuid
    union all
    select d."headPersonId" from "PositionHolding" h join "Position" o on o.id = h."positionId" join "Department" d on d.id = o."departmentId"
    where h."unitId" = ${unitId}::uuid and h."personId" = ${personId}::uuid limit 1`
  return rows[0]?.head ?? null
}
