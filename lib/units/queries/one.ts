import type { Tx } from "@/lib/platform/database"

/** One unit with its own settings, or null where it is not reached. */
export async function unitOf(tx: Tx, id: string) {
  return tx.unit.findUnique({
    where: { id },
    select: { id: true, code: true, kind: true, nameZh: true, nameEn: true, parentId: true, timeZone: true, fiscalYearStartMonth: true, graceDays: true, version: true },
  })
}
