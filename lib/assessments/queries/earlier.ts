import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { yearOf, type Quarter } from "@/lib/platform/periods"

export type EarlierTest = {
  id: string
  assessmentId: string
  quarter: Quarter
  status: string
  conclusion: string | null
  /** The last design and conformity result of that paper, null where none was recorded. */
  design: string | null
  conformity: string | null
  populationSize: number | null
  samples: number
}

/** The point's earlier papers in a unit, this year's and last year's, oldest first: what is rolled forward (domain.md § 4). */
export async function earlierTestsIn(tx: Tx, paper: PaperKey): Promise<EarlierTest[]> {
  return tx.$queryRaw<EarlierTest[]>(earlierOf(paper))
}

/** The same beside other questions. */
export function earlierTests(paper: PaperKey): Question<EarlierTest[]> {
  return rowsOf(earlierOf(paper))
}

type PaperKey = { unitId: string; pointId: string; quarter: Quarter }

function earlierOf(paper: PaperKey): Prisma.Sql {
  return Prisma.sql`
    select t.id, t."assessmentId", t.quarter, t.status, t.conclusion,
      (select d.result from "DesignTest" d where d."unitId" = t."unitId" and d."testId" = t.id and d.round = t.round order by d.id desc limit 1) as design,
      (select c.result from "ConformityTest" c where c."unitId" = t."unitId" and c."testId" = t.id and c.round = t.round order by c.id desc limit 1) as conformity,
      (select p.size from "Population" p where p."unitId" = t."unitId" and p."testId" = t.id and p.round = t.round order by p.id desc limit 1) as "populationSize",
      (select count(*)::int from "Sample" s where s."unitId" = t."unitId" and s."testId" = t.id and s.round = t.round) as samples
    from "Test" t
    where t."unitId" = ${paper.unitId}::uuid and t."pointId" = ${paper.pointId}::uuid
      and t.quarter < ${paper.quarter} and t.quarter >= ${`${yearOf(paper.quarter) - 1}-Q1`}
    order by t.quarter`
}
