import type { Tx } from "@/lib/platform/database"

/** A test with the items that were drawn in any of its rounds, in their order; null where it is not visible. */
export async function sampledIn(tx: Tx, id: string) {
  const row = await tx.test.findUnique({
    where: { id },
    select: {
      id: true, assessmentId: true, quarter: true, status: true, conclusion: true,
      samples: { orderBy: { ordinal: "asc" }, select: { item: { select: { label: true, versionId: true } } } },
    },
  })
  return row && { ...row, items: row.samples.map(({ item }) => item) }
}
