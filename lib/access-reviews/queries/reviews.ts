import { progressOf } from "@/lib/access-reviews/rules/deciding"
import type { ReviewFilter } from "@/lib/access-reviews/schema"
import { asAccessReader } from "@/lib/duties/policy"
import { historyIn } from "@/lib/audit/queries"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Day, dateOf, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { quarterBefore, quarterOf, quarterPeriod } from "@/lib/platform/periods"

const select = {
  id: true, unitId: true, number: true, quarter: true, frozenOn: true, status: true, openedBy: true, openedAt: true, submittedBy: true, submittedAt: true,
  returnReason: true, endedBy: true, endedAt: true, endReason: true, version: true,
} as const
const line = {
  id: true, kind: true, subjectId: true, personId: true, what: true, whatEn: true, from: true, to: true, lastUsedAt: true, warnings: true, conflicts: true,
  decision: true, until: true, reason: true, decidedBy: true, decidedAt: true, outcome: true,
} as const

export type ReviewRow = NonNullable<Awaited<ReturnType<typeof reviewIn>>>

/** A review; null when it is not there for the asker. */
export async function reviewIn(tx: Tx, id: string) {
  const row = await tx.accessReview.findUnique({ where: { id }, select })
  return row && { ...row, frozenOn: dayOf(row.frozenOn) }
}

export type ReviewLine = Awaited<ReturnType<typeof linesIn>>[number]

/** Its lines, as they were frozen, with the decisions so far. */
export async function linesIn(tx: Tx, reviewId: string) {
  const rows = await tx.accessReviewLine.findMany({ where: { reviewId }, orderBy: { id: "asc" }, select: line })
  return rows.map((row) => ({ ...row, from: dayOf(row.from), to: row.to && dayOf(row.to), until: row.until && dayOf(row.until) }))
}

/** A review with its lines, the names of all concerned, and what happened to it. */
export async function reviewPage(actor: Actor, id: string) {
  return asReader(asAccessReader(actor), async ({ tx, now }) => {
    const review = isId(id) ? await reviewIn(tx, id) : null
    if (!review) return null
    const lines = await linesIn(tx, review.id)
    const names = await namesOf(tx, [review.openedBy, review.submittedBy, review.endedBy, ...lines.flatMap((row) => [row.personId, row.decidedBy])])
    return { review, lines, names, progress: progressOf(lines), history: await historyIn(tx, review.unitId, "access-review", review.id), day: today(now) }
  })
}

export type ListedReview = Awaited<ReturnType<typeof listReviews>>["items"][number]

/** Reviews of the units whose access the reader may read, the latest first, with how far each has come. */
export async function listReviews(reader: Actor, filter: ReviewFilter) {
  const actor = asAccessReader(reader)
  return asReader(actor, async ({ tx }) => {
    const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
    if (unitId === null) return { items: [], next: null }
    const rows = await tx.accessReview.findMany({
      where: { unitId, status: filter.status, quarter: filter.quarter }, orderBy: { id: "desc" }, take: filter.limit + 1,
      select: { ...select, lines: { select: { decision: true, warnings: true } } }, ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
    })
    const shown = rows.slice(0, filter.limit)
    const names = await namesOf(tx, shown.flatMap((row) => [row.openedBy, row.endedBy]))
    const nameOf = (id: string | null): Text | null => (id ? (names.get(id) ?? null) : null)
    const items = shown.map(({ lines, ...row }) => ({
      id: row.id, unitId: row.unitId, number: row.number, quarter: row.quarter, frozenOn: dayOf(row.frozenOn), status: row.status, version: row.version,
      opened: nameOf(row.openedBy), ended: nameOf(row.endedBy), endedAt: row.endedAt, progress: progressOf(lines),
    }))
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
  })
}

export type Missing = { unitId: string; reviewId: string | null; number: string | null; status: string | null }

/** Of the same units those whose last ended quarter has no confirmed review, with one that is under way. */
export async function missingReviews(reader: Actor): Promise<{ quarter: string; current: string; day: Day; items: Missing[] }> {
  const actor = asAccessReader(reader)
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const quarter = quarterBefore(quarterOf(day))
    const reached = (actor.units ?? []).map(({ id }) => id)
    const items = await tx.$queryRaw<Missing[]>`
      select u.id as "unitId", r.id as "reviewId", r.number, r.status from "Unit" u
        left join "AccessReview" r on r."unitId" = u.id and r.quarter = ${quarter} and r.status <> 'cancelled'
      where u.id = any (${reached}::uuid[]) and u."createdAt" < ${dateOf(quarterPeriod(quarter).end)}::date + 1 and r.status is distinct from 'confirmed' order by u.code`
    return { quarter, current: quarterOf(day), day, items }
  })
}
