import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { importSummary } from "@/lib/handbook/schema/difference"
import { tablePlace } from "@/lib/handbook/schema/mapping"
import { handbookProblem } from "@/lib/handbook/schema/problem"

/** An upload with its preview; null where the reader may not see it. */
export async function importOf(tx: Tx, id: string) {
  const row = await tx.handbookImport.findUnique({ where: { id }, select: { ...listed, problems: true, summary: true, mapping: true } })
  return row && { ...row, mapping: tablePlace.nullable().parse(row.mapping), problems: handbookProblem.array().parse(row.problems), summary: importSummary.parse(row.summary) }
}

/** The latest uploads, or those that an edition was written from. */
export async function importsIn(tx: Tx, editionId?: string) {
  return tx.handbookImport.findMany({ where: { editionId }, orderBy: { uploadedAt: "desc" }, take: 20, select: listed })
}

export type ShownImport = { id: string; name: string; uploadedAt: Date; confirmedAt: Date | null; edition: { id: string; number: string } | null }
type ToldImport = Omit<ShownImport, "uploadedAt" | "confirmedAt"> & { uploadedAt: string; confirmedAt: string | null }

/** The latest uploads as a list shows them, beside other questions; `toldImports` makes the rows of it. Who does not keep the handbook sees none. */
export const importsAsked: Question<ToldImport[]> = rowsOf(Prisma.sql`
  select i.id, i.name, i."uploadedAt", i."confirmedAt", (select json_build_object('id', e.id, 'number', e.number) from "Edition" e where e.id = i."editionId") as edition
  from "HandbookImport" i order by i."uploadedAt" desc limit 20`)

export function toldImports(told: readonly ToldImport[]): ShownImport[] {
  return told.map(({ uploadedAt, confirmedAt, ...row }) => ({ ...row, uploadedAt: new Date(uploadedAt), confirmedAt: confirmedAt === null ? null : new Date(confirmedAt) }))
}

const listed = {
  id: true, editionId: true, sha256: true, name: true, size: true, uploadedBy: true, uploadedAt: true, confirmedAt: true,
  edition: { select: { id: true, number: true } },
} as const
