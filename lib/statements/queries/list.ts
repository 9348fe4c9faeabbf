import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { readState } from "@/lib/platform/lifecycle"
import { type Quarter, quarterPeriod } from "@/lib/platform/periods"
import { statementLifecycle } from "@/lib/statements/rules/lifecycle"
import type { StatementFilter } from "@/lib/statements/schema"
import { closingsIn } from "@/lib/units/queries/units"
import { hasCeased } from "@/lib/units/rules"

const listed = {
  id: true, unitId: true, number: true, quarter: true, status: true, preparedAt: true, version: true,
  signatures: { orderBy: { signedAt: "asc" }, select: { kind: true, personName: true, signedAt: true } },
} as const

/** The statements of the units that the asker reaches, newest first. */
export async function listStatements(actor: Actor, filter: StatementFilter) {
  return asReader(actor, async ({ tx }) => {
    const rows = await tx.statement.findMany({
      where: { kind: "statement", unitId: filter.unit, quarter: filter.quarter, status: filter.status },
      orderBy: { id: "desc" },
      ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
      take: filter.limit + 1,
      select: listed,
    })
    const items = rows.slice(0, filter.limit).map((row) => ({ ...row, status: readState(statementLifecycle, row.status) }))
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
  })
}

/** Those of some units that wait for a signature, the newest first, within a page's own transaction. */
export async function readyIn(tx: Tx, unitIds: string[]): Promise<{ id: string; number: string; quarter: string }[]> {
  if (unitIds.length === 0) return []
  return tx.statement.findMany({ where: { kind: "statement", unitId: { in: unitIds }, status: "ready" }, orderBy: { id: "desc" }, select: { id: true, number: true, quarter: true } })
}

export type ListedStatement = Awaited<ReturnType<typeof listStatements>>["items"][number]
export type Standing = { quarter: Quarter; statement: ListedStatement | null; /** Whether the quarter has an assessment to speak of. */ assessed: boolean; /** Whether the unit closed before it began: none is asked for. */ ceased: boolean }

/** Of every unit that the asker reaches: how each quarter of a year stands, by unit. */
export async function standingsOfYear(actor: Actor, year: number): Promise<Map<string, Standing[]>> {
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
  return asReader(actor, async ({ tx }) => {
    const statements = await latestOf(tx, quarters)
    const assessments = await tx.assessment.findMany({ where: { quarter: { in: quarters } }, select: { unitId: true, quarter: true } })
    const assessed = new Set(assessments.map(({ unitId, quarter }) => `${unitId} ${quarter}`))
    const closings = await closingsIn(tx)
    return new Map((actor.units ?? []).map(({ id }) => [
      id,
      quarters.map((quarter) => ({
        quarter, statement: statements.get(`${id} ${quarter}`) ?? null, assessed: assessed.has(`${id} ${quarter}`), ceased: hasCeased({ to: closings.get(id) ?? null }, quarterPeriod(quarter).start),
      })),
    ]))
  })
}

/** The statement that stands for a unit's quarter, neither refused nor withdrawn, and the day on which the unit had closed before it began: none is asked for then. */
export async function standingStatement(actor: Actor, unitId: string, quarter: Quarter): Promise<{ statement: { id: string } | null; closedOn: Date | null }> {
  return asReader(actor, async ({ tx }) => {
    const statement = await tx.statement.findFirst({ where: { unitId, quarter, kind: "statement", status: { notIn: ["refused", "withdrawn"] } }, select: { id: true } })
    const to = (await closingsIn(tx)).get(unitId) ?? null
    return { statement, closedOn: hasCeased({ to }, quarterPeriod(quarter).start) ? to : null }
  })
}

async function latestOf(tx: Tx, quarters: Quarter[]): Promise<Map<string, ListedStatement>> {
  const rows = await tx.statement.findMany({ where: { kind: "statement", quarter: { in: quarters } }, orderBy: { id: "asc" }, select: listed })
  return new Map(rows.map((row) => [`${row.unitId} ${row.quarter}`, { ...row, status: readState(statementLifecycle, row.status) }]))
}
