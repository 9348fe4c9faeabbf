import { historyIn } from "@/lib/audit/queries"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { type Quarter, quarterBefore } from "@/lib/platform/periods"
import { factsNowIn } from "@/lib/statements/queries/facts"
import { statementIn, type StatementRow } from "@/lib/statements/queries/one"
import { changesBetween, factsHash } from "@/lib/statements/rules/facts"
import { factsSchema, type StatementFacts } from "@/lib/statements/schema"

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
    return {
      statement,
      changed: now && factsHash(now) !== statement.factsHash ? { hash: factsHash(now), changes: changesBetween(statement.facts, now) } : null,
      previous: inside ? await previousIn(tx, statement.unitId, statement.quarter) : null,
      risk: await riskIn(tx, statement.unitId, statement.quarter),
      history: inside ? await historyIn(tx, statement.unitId, "statement", statement.id) : [],
    }
  })
}

/** The facts that a new statement of the quarter would state; null when there is no assessment, or no such unit. */
export async function factsOfUnit(actor: Actor, unitId: string, quarter: Quarter) {
  return asReader(actor, ({ tx }) => factsNowIn(tx, unitId, quarter))
}

type Previous = { quarter: Quarter; facts: StatementFacts }

// Last quarter's statement says how it stood then; deficiencies that were open then cannot be counted now.
async function previousIn(tx: Tx, unitId: string, quarter: Quarter): Promise<Previous | null> {
  const before = quarterBefore(quarter)
  const said = await tx.statement.findFirst({
    where: { unitId, quarter: before, kind: "statement", status: { in: ["signed", "countersigned"] } }, orderBy: { id: "desc" }, select: { facts: true },
  })
  return said && { quarter: before, facts: factsSchema.parse(said.facts) }
}

async function riskIn(tx: Tx, unitId: string, quarter: Quarter) {
  const ineffective = await tx.test.findMany({
    where: { unitId, assessment: { quarter }, conclusion: "ineffective" }, orderBy: { code: "asc" }, take: 100, select: { id: true, code: true, highRisk: true, assessmentId: true },
  })
  const deficiencies = await tx.deficiency.findMany({
    where: { unitId, status: { notIn: ["closed", "withdrawn"] } }, orderBy: [{ planDueOn: "asc" }, { number: "asc" }], take: 100,
    select: { id: true, number: true, title: true, status: true, grade: true, planDueOn: true, pointCode: true },
  })
  return { assessmentId: ineffective[0]?.assessmentId ?? null, ineffective, deficiencies }
}
