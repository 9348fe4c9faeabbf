import type { Tx } from "@/lib/platform/database"
import type { Text } from "@/lib/platform/actor"

export type UnitRow = { id: string; code: string; kind: string; name: Text }

/** The company, whose handbook it is; null for who does not reach it. */
export async function companyIn(tx: Tx): Promise<UnitRow | null> {
  return named(await tx.unit.findFirst({ where: { kind: "company" }, orderBy: { createdAt: "asc" }, select }))
}

const select = { id: true, code: true, kind: true, nameZh: true, nameEn: true } as const

function named(unit: { id: string; code: string; kind: string; nameZh: string; nameEn: string } | null): UnitRow | null {
  return unit && { id: unit.id, code: unit.code, kind: unit.kind, name: { zh: unit.nameZh, en: unit.nameEn } }
}
