import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"

const unit = { id: true, code: true, kind: true, nameZh: true, nameEn: true, parentId: true, timeZone: true, graceDays: true, monthlyLimit: true, version: true } as const

/** A unit that the asker reaches, by id; null otherwise. */
export async function unitOf(tx: Tx, id: string) {
  return tx.unit.findUnique({ where: { id }, select: unit })
}

export async function unitByCode(tx: Tx, code: string) {
  return tx.unit.findUnique({ where: { code }, select: unit })
}

export type ListedUnit = { id: string; code: string; kind: string; name: Text; parentId: string | null; departments: number; people: number; owned: number }

/** The units that the asker reaches, in the order of their codes, with how much is in them. */
export async function listUnits(actor: Actor): Promise<ListedUnit[]> {
  return asReader(actor, async ({ tx }) => {
    const rows = await tx.$queryRaw<(Omit<ListedUnit, "name"> & { nameZh: string; nameEn: string })[]>`
      select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId",
        (select count(*)::int from "Department" d where d."unitId" = u.id) as departments,
        (select count(*)::int from "Person" p where p."unitId" = u.id and p.active) as people,
        (select count(distinct o."pointId")::int from "Ownership" o where o."unitId" = u.id and o."voidedAt" is null and o."to" is null) as owned
      from "Unit" u order by u.code`
    return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }))
  })
}

export async function departmentsIn(tx: Tx, unitId: string) {
  return tx.department.findMany({
    where: { unitId },
    orderBy: { code: "asc" },
    select: { id: true, unitId: true, code: true, nameZh: true, nameEn: true, headPersonId: true, version: true },
  })
}

export async function positionsIn(tx: Tx, unitId: string) {
  return tx.position.findMany({
    where: { unitId },
    orderBy: { code: "asc" },
    select: { id: true, unitId: true, departmentId: true, code: true, nameZh: true, nameEn: true },
  })
}

/** The units that the asker reaches, in the order of their ids: for work that goes through all of them. */
export async function unitsIn(tx: Tx, actor: Actor) {
  return tx.unit.findMany({ where: actor.units ? { id: { in: actor.units.map(({ id }) => id) } } : {}, orderBy: { id: "asc" }, select: unit })
}
