import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import type { AssessmentRow } from "./assessments"
import { type LineFilter, narrowed } from "./narrow"

const select = {
  id: true, unitId: true, assessmentId: true, quarter: true, pointId: true, pointVersionId: true, code: true, nodeCode: true, frequency: true,
  nature: true, ownerPersonId: true, status: true, testerPersonId: true, reviewerPersonId: true, round: true, highRisk: true, extended: true,
  conclusion: true, version: true,
} as const

const columns = Prisma.raw(Object.keys(select).map((name) => `"${name}"`).join(", "))

export type LineRow = Awaited<ReturnType<typeof linesByIdIn>>[number]

/** Lines by their ids, as far as they are visible. */
export async function linesByIdIn(tx: Tx, ids: string[]) {
  return tx.test.findMany({ where: { id: { in: ids } }, orderBy: { code: "asc" }, select })
}

/** All lines of an assessment, in the order of their codes. */
export async function linesOfIn(tx: Tx, assessmentId: string): Promise<LineRow[]> {
  return tx.$queryRaw<LineRow[]>`select ${columns} from "Test" where "assessmentId" = ${assessmentId}::uuid order by code`
}

/** One page, and one line more if there is one, of those that answer a filter. */
export async function linesNarrowedIn(tx: Tx, assessment: AssessmentRow, filter: LineFilter): Promise<LineRow[]> {
  return tx.$queryRaw<LineRow[]>`${narrowed(assessment, { columns, order: Prisma.sql`code` }, filter)} select ${columns} from shown order by code`
}
