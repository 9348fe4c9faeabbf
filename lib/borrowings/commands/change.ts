import { borrowingIn, type BorrowingRow } from "@/lib/borrowings/queries/borrowings"
import type { BorrowingState } from "@/lib/borrowings/rules/lifecycle"
import type { Work } from "@/lib/platform/door"
import { found, fresh, refuse } from "@/lib/platform/refusal"

export type Changed = { id: string; number: string; status: BorrowingState; version: number }

/** The loan, locked until the transaction ends. */
export async function borrowingForChange({ tx }: Work, { id, version }: { id: string; version?: number }): Promise<BorrowingRow> {
  await tx.$queryRaw`select id from "Borrowing" where id = ${id}::uuid for update`
  return fresh(found(await borrowingIn(tx, id)), version)
}

type Deciding = { personId?: string; homeUnitId?: string; decidedBy?: string | null; decidedAt?: Date; endedBy?: string | null; endedAt?: Date; endReason?: string }

/** Moves it on, one version further. */
export async function apply({ tx }: Work, row: BorrowingRow, status: BorrowingState, data: Deciding): Promise<Changed> {
  const version = row.version + 1
  const { count } = await tx.borrowing.updateMany({ where: { id: row.id, version: row.version }, data: { status, version, ...data } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: row.id, number: row.number, status, version }
}
