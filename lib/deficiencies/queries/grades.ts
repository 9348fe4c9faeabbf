import { type Grade, gradeSchema } from "@/lib/deficiencies/schema/values"
import type { Tx } from "@/lib/platform/database"

export type OpenByGrade = Record<Grade | "ungraded", number>

/** Open deficiencies of a unit by grade; accepted risks are open (domain.md § 5). */
export async function openByGradeIn(tx: Tx, unitId: string): Promise<OpenByGrade> {
  const rows = await tx.deficiency.groupBy({ by: ["grade"], where: { unitId, status: { notIn: ["closed", "withdrawn"] } }, _count: true })
  const open: OpenByGrade = { "material-weakness": 0, "significant-deficiency": 0, "control-deficiency": 0, ungraded: 0 }
  for (const row of rows) open[row.grade === null ? "ungraded" : gradeSchema.parse(row.grade)] += row._count
  return open
}
