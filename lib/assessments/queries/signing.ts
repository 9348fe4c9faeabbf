import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { manyIn } from "@/lib/platform/many"
import { dueIn } from "../rules/due"
import type { SigningPaper } from "../rules/signing"

export type SigningRow = SigningPaper & {
  unitId: string; quarter: string; pointId: string; frequency: string; nodeCode: string
  ownerPersonId: string | null; testerPersonId: string | null; reviewerPersonId: string | null
}

/** The papers of one process of an assessment (of all, without a node), as the signing rule reads them. */
export async function signingPapersIn(tx: Tx, assessment: { id: string; unitId: string }, node?: string): Promise<SigningRow[]> {
  const rows = await manyIn<Omit<SigningRow, "due">>(tx, Prisma.sql`
    select t.id, t."unitId", t.quarter, t."pointId", t.code, t."nodeCode", t.frequency, t.status, t.conclusion, t."highRisk", t.extended,
      t."ownerPersonId", t."testerPersonId", t."reviewerPersonId",
      exists (select 1 from "Draw" w where w."unitId" = t."unitId" and w."testId" = t.id and w.method = 'judgemental') as judgemental,
      exists (select 1 from "Disagreement" d where d."unitId" = t."unitId" and d."testId" = t.id) as disputed,
      exists (select 1 from "Disagreement" d where d."unitId" = t."unitId" and d."testId" = t.id and d."resolvedAt" is null) as "openDispute"
    from "Test" t
    where t."unitId" = ${assessment.unitId}::uuid and t."assessmentId" = ${assessment.id}::uuid and (${node ?? null}::text is null or t."nodeCode" = ${node ?? null})
    order by t.code`)
  return rows.map((row) => ({ ...row, due: dueIn(row.quarter, row.frequency).due }))
}

/** The seed of a process's draw for signing: the same for everybody who looks. */
export function signingSeed(assessment: { id: string }, node: string): string {
  return `${assessment.id}:${node}`
}
