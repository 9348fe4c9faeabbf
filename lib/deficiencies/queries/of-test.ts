import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

export type RaisedDeficiency = { id: string; number: string; kind: string; title: string; status: string }

/** The deficiencies that a test raised, withdrawn ones too, oldest first. */
export async function deficienciesOfTestIn(tx: Tx, unitId: string, testId: string): Promise<RaisedDeficiency[]> {
  return tx.$queryRaw<RaisedDeficiency[]>(raisedBy(unitId, testId))
}

/** The same beside other questions. */
export function deficienciesOfTest(unitId: string, testId: string): Question<RaisedDeficiency[]> {
  return rowsOf(raisedBy(unitId, testId))
}

function raisedBy(unitId: string, testId: string): Prisma.Sql {
  return Prisma.sql`select id, number, kind, title, status from "Deficiency" where "unitId" = ${unitId}::uuid and "testId" = ${testId}::uuid order by id`
}
