import type { Tx } from "@/lib/platform/database"
import { importSummary } from "@/lib/handbook/schema/difference"
import { tablePlace } from "@/lib/handbook/schema/mapping"
import { handbookProblem } from "@/lib/handbook/schema/problem"

/** An upload with its preview; null where the reader may not see it. */
export async function importOf(tx: Tx, id: string) {
  const row = await tx.handbookImport.findUnique({ where: { id }, select: { ...listed, problems: true, summary: true, mapping: true } })
  return row && { ...row, mapping: tablePlace.nullable().parse(row.mapping), problems: handbookProblem.array().parse(row.problems), summary: importSummary.parse(row.summary) }
}

export type ImportRow = Awaited<ReturnType<typeof importsIn>>[number]

/** The latest uploads, or those that an edition was written from. */
export async function importsIn(tx: Tx, editionId?: string) {
  return tx.handbookImport.findMany({ where: { editionId }, orderBy: { uploadedAt: "desc" }, take: 20, select: listed })
}

const listed = {
  id: true, editionId: true, sha256: true, name: true, size: true, uploadedBy: true, uploadedAt: true, confirmedAt: true,
  edition: { select: { id: true, number: true } },
} as const
