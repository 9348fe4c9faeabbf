import { type Work } from "@/lib/platform/door"
import { next } from "@/lib/platform/lifecycle"
import { found, fresh, refuse } from "@/lib/platform/refusal"
import type { Prisma } from "@/lib/platform/generated/client"
import { statementIn, type StatementRow } from "@/lib/statements/queries/one"
import { type StatementEvent, statementLifecycle, type StatementState } from "@/lib/statements/rules/lifecycle"

/** The statement, locked until the transaction ends: of two signatures at once the second finds it signed. */
export async function lockStatement({ tx }: Work, id: string): Promise<StatementRow> {
  await tx.$queryRaw`select id from "Statement" where id = ${id}::uuid for update`
  return found(await statementIn(tx, id))
}

/** The state that the event leads to from here, or a refusal: a wrong state before a stale version, since it says more. */
export function stateAfter(statement: StatementRow, event: StatementEvent, version: number | undefined): StatementState {
  const to = next(statementLifecycle, statement.status, event)
  if (typeof to !== "string") refuse("wrong-state", `statements.refusals.state.${statement.status}`)
  fresh(statement, version)
  return to
}

/** Writes what changes, one version on. */
export async function apply({ tx }: Work, statement: StatementRow, data: Prisma.StatementUncheckedUpdateInput): Promise<void> {
  const { count } = await tx.statement.updateMany({ where: { id: statement.id, version: statement.version }, data: { ...data, version: statement.version + 1 } })
  if (count !== 1) refuse("stale-version", "common.refusals.stale-version")
}
