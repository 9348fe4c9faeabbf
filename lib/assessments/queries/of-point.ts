import { type Question, rowsOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"
import { type Standing, standingOf } from "../rules/standing"

type Row = { id: string; unitId: string; assessmentId: string; quarter: Quarter; frequency: string; status: string; conclusion: string | null }
export type TestOfPoint = Omit<Row, "frequency" | "status"> & { standing: Standing }

/** The papers of a point in some quarters, in the units that the reader reaches; `readTests` tells how they stand. */
export function testsOfPoint({ pointId, quarters }: { pointId: string; quarters: Quarter[] }): Question<Row[]> {
  return rowsOf(Prisma.sql`
    select id, "unitId", "assessmentId", quarter, frequency, status, conclusion from "Test" where "pointId" = ${pointId}::uuid and quarter = any (${quarters})`)
}

export function readTests(rows: readonly Row[]): TestOfPoint[] {
  return rows.map(({ frequency, status, ...test }) => ({ ...test, standing: standingOf({ ...test, frequency, status }) }))
}
