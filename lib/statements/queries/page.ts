import { historyOf, readHistory } from "@/lib/audit/queries"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce, nothing, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Day } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { type Quarter, quarterBefore } from "@/lib/platform/periods"
import { factsNowIn } from "@/lib/statements/queries/facts"
import { statementIn, type StatementRow } from "@/lib/statements/queries/one"
import { changesBetween, testChangesBetween, factsHash } from "@/lib/statements/rules/facts"
import { factsSchema } from "@/lib/statements/schema"

/** A statement as a record; null when it is not there for the asker. */
export async function statementOf(actor: Actor, id: string): Promise<StatementRow | null> {
  return asReader(actor, ({ tx }) => statementIn(tx, id))
}

/** The document of a statement, made when it was signed; with `copy`, the one that the company countersigned. */
export async function documentOf(actor: Actor, { id, copy }: { id: string; copy?: "countersigned" }) {
  const statement = await statementOf(actor, id)
  const countersigned = statement?.signatures.find((signature) => signature.kind === "countersign")?.documentSha256
  const sha256 = copy === "countersigned" ? countersigned : statement?.documentSha256
  return statement && sha256 ? { sha256, name: `${statement.number}.pdf`, mime: "application/pdf" } : null
}

/** Everything that its page shows: before signing the facts as they stand now, last quarter's, and what is at risk. */
export async function statementPage(actor: Actor, id: string) {
  return asReader(actor, async ({ tx }) => {
    const statement = await statementIn(tx, id)
    if (!statement) return null
    const inside = actor.audience.includes("operating")
    const now = statement.status === "ready" && inside ? await factsNowIn(tx, statement.unitId, statement.quarter) : null
    const { previous, ineffective, deficiencies, history, assessmentId } = await askAtOnce(tx, {
      ...riskOf(statement),
      assessmentId: valueOf<string | null>(Prisma.sql`select id from "Assessment" where "unitId" = ${statement.unitId}::uuid and quarter = ${statement.quarter}`),
      previous: inside ? previousOf(statement) : nothing<[]>(),
      history: inside ? historyOf(statement.unitId, "statement", statement.id) : nothing<[]>(),
    })
    return {
      statement,
      /** The quarter's assessment, if this reader sees it. */
      assessmentId,
      changed: now && factsHash(now) !== statement.factsHash ? { hash: factsHash(now), changes: changesBetween(statement.facts, now), tests: testChangesBetween(statement.facts, now) } : null,
      previous: previous?.[0] ? { quarter: quarterBefore(statement.quarter), facts: factsSchema.parse(previous[0].facts) } : null,
      risk: { assessmentId: ineffective[0]?.assessmentId ?? null, ineffective, deficiencies },
      history: readHistory(history ?? []),
    }
  })
}

/** The facts that a new statement of the quarter would state; null when there is no assessment, or no such unit. */
export async function factsOfUnit(actor: Actor, unitId: string, quarter: Quarter) {
  return asReader(actor, ({ tx }) => factsNowIn(tx, unitId, quarter))
}

// Last quarter's statement says how it stood then; deficiencies that were open then cannot be counted now.
function previousOf({ unitId, quarter }: StatementRow): Question<{ facts: unknown }[]> {
  return rowsOf(Prisma.sql`
    select facts from "Statement" where "unitId" = ${unitId}::uuid and quarter = ${quarterBefore(quarter)} and kind = 'statement' and status in ('signed', 'countersigned')
    order by id desc limit 1`)
}

type Ineffective = { id: string; code: string; highRisk: boolean; assessmentId: string }
type Open = { id: string; number: string; title: string; status: string; grade: string | null; planDueOn: Day | null; pointCode: string }

function riskOf({ unitId, quarter }: StatementRow): { ineffective: Question<Ineffective[]>; deficiencies: Question<Open[]> } {
  return {
    ineffective: rowsOf(Prisma.sql`
      select t.id, t.code, t."highRisk", t."assessmentId" from "Test" t join "Assessment" a on a."unitId" = t."unitId" and a.id = t."assessmentId"
      where t."unitId" = ${unitId}::uuid and a.quarter = ${quarter} and t.conclusion = 'ineffective' order by t.code limit 100`),
    deficiencies: rowsOf(Prisma.sql`
      select id, number, title, status, grade, "planDueOn", "pointCode" from "Deficiency"
      where "unitId" = ${unitId}::uuid and status not in ('closed', 'withdrawn') order by "planDueOn", number limit 100`),
  }
}
