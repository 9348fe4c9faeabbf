import type { Tx } from "@/lib/platform/database"

/** The deficiencies that a test raised, withdrawn ones too, oldest first. */
export async function deficienciesOfTestIn(tx: Tx, unitId: string, testId: string) {
  return tx.deficiency.findMany({
    where: { unitId, testId },
    orderBy: { id: "asc" },
    select: { id: true, number: true, kind: true, title: true, status: true },
  })
}
