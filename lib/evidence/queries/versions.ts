import type { Tx } from "@/lib/platform/database"

/** The records that versions belong to, by the version's id; those that the reader sees. */
export async function recordsOfVersionsIn(tx: Tx, versionIds: readonly (string | null)[]): Promise<Map<string, { id: string; number: string }>> {
  const wanted = [...new Set(versionIds.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.evidenceVersion.findMany({ where: { id: { in: wanted } }, select: { id: true, record: { select: { id: true, number: true } } } })
  return new Map(rows.map((row) => [row.id, row.record]))
}
