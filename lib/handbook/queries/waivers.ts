import type { Tx } from "@/lib/platform/database"

/** What was let pass in an edition, with who did and why. */
export async function waiversIn(tx: Tx, editionId: string) {
  return tx.faultWaiver.findMany({ where: { editionId }, orderBy: { waivedAt: "asc" }, select: { id: true, fault: true, reason: true, waivedBy: true, waivedAt: true } })
}
