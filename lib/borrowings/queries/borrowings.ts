import { borrowingLifecycle } from "@/lib/borrowings/rules/lifecycle"
import { standingOf } from "@/lib/borrowings/rules/standing"
import type { BorrowingFilter } from "@/lib/borrowings/schema"
import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { readState } from "@/lib/platform/lifecycle"
import { namesOf, unitNamesOf } from "@/lib/platform/names"

const select = {
  id: true, unitId: true, number: true, assessmentId: true, reason: true, lastDay: true, status: true, askedBy: true, askedAt: true, personId: true, homeUnitId: true,
  decidedBy: true, decidedAt: true, endedBy: true, endedAt: true, endReason: true, version: true,
  papers: { orderBy: { code: "asc" }, select: { testId: true, code: true } },
} as const

export type BorrowingRow = NonNullable<Awaited<ReturnType<typeof borrowingIn>>>

/** A loan of a tester; null when it is not there for the asker. */
export async function borrowingIn(tx: Tx, id: string) {
  const row = await tx.borrowing.findUnique({ where: { id }, select })
  return row && { ...row, status: readState(borrowingLifecycle, row.status), lastDay: dayOf(row.lastDay) }
}

export type ListedBorrowing = Awaited<ReturnType<typeof listBorrowings>>["items"][number]

/** Loans of the units within reach, to them and from them, and one's own; the latest first. */
export async function listBorrowings(actor: Actor, filter: BorrowingFilter) {
  return asReader(actor, async ({ tx, now }) => {
    const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
    if (unitId === null) return { items: [], next: null }
    const rows = await tx.borrowing.findMany({
      where: { unitId }, orderBy: { id: "desc" }, take: filter.limit + 1, select, ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
    })
    const shown = rows.slice(0, filter.limit)
    const names = await namesOf(tx, shown.flatMap((row) => [row.personId, row.askedBy, row.decidedBy]))
    const units = await unitNamesOf(tx, shown.flatMap((row) => [row.unitId, row.homeUnitId]))
    const nameOf = (id: string | null): Text | null => (id ? (names.get(id) ?? null) : null)
    const items = shown.map((row) => ({
      id: row.id, unitId: row.unitId, unit: units.get(row.unitId) ?? null, number: row.number, assessmentId: row.assessmentId, reason: row.reason, lastDay: dayOf(row.lastDay), version: row.version,
      standing: standingOf({ status: readState(borrowingLifecycle, row.status), lastDay: dayOf(row.lastDay) }, today(now)), personId: row.personId, person: nameOf(row.personId),
      homeUnitId: row.homeUnitId, home: units.get(row.homeUnitId ?? "") ?? null, asked: nameOf(row.askedBy), papers: row.papers, endReason: row.endReason,
    }))
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
  })
}

/** Who is lent today, to the units within reach and from them: a part of who may do what. */
export async function borrowedNow(actor: Actor, unit?: string): Promise<ListedBorrowing[]> {
  const { items } = await listBorrowings(actor, { unit, limit: 10_000 })
  return items.filter(({ standing }) => standing === "lent")
}

type Lent = { personId: string; testIds: Set<string>; lastDay: Day }
type ToldLent = Omit<Lent, "testIds"> & { testIds: string[] }

/** Who is lent to a unit on a day, with the papers: they may be given these and no other. */
export async function lentToIn(tx: Tx, unitId: string, day: Day): Promise<Lent[]> {
  return readLent((await askAtOnce(tx, { lent: lentTo(unitId, day) })).lent)
}

/** The same beside other questions; `readLent` reads the answer. */
export function lentTo(unitId: string, day: Day): Question<ToldLent[]> {
  return rowsOf(Prisma.sql`
    select b."personId", b."lastDay", array(select p."testId" from "BorrowedPaper" p where p."unitId" = b."unitId" and p."borrowingId" = b.id) as "testIds"
    from "Borrowing" b where b."unitId" = ${unitId}::uuid and b.status = 'lent' and b."lastDay" >= ${day}::date and b."personId" is not null`)
}

export function readLent(lent: readonly ToldLent[]): Lent[] {
  return lent.map(({ testIds, ...one }) => ({ ...one, testIds: new Set(testIds) }))
}
