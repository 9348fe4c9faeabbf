import type { Actor } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { nameOf, namesOf } from "@/lib/platform/names"
import { wording, type RequestFilter } from "@/lib/change-requests/schema"

const select = {
  id: true, unitId: true, number: true, pointId: true, code: true, editionId: true, field: true, present: true, proposed: true,
  practice: true, reason: true, status: true, filedBy: true, filedAt: true, accepted: true, draftId: true, version: true,
} as const

export type RequestRow = NonNullable<Awaited<ReturnType<typeof requestIn>>>
export type ListedRequest = Awaited<ReturnType<typeof listRequests>>["items"][number]

export async function requestIn(tx: Tx, id: string) {
  return typed(await tx.changeRequest.findUnique({ where: { id }, select }))
}

function typed<Row extends { present: unknown; proposed: unknown; accepted: unknown }>(row: Row | null) {
  return row && { ...row, present: wording.parse(row.present), proposed: wording.parse(row.proposed), accepted: wording.nullable().parse(row.accepted) }
}

/** The requests within reach, the latest first; of one unit (id or code), state or point if told. */
export async function listRequests(actor: Actor, filter: RequestFilter) {
  return asReader(actor, (work) => requestsIn(work, filter))
}

async function requestsIn({ tx, actor }: Work, filter: RequestFilter) {
  const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
  if (unitId === null) return { items: [], next: null }
  const rows = await tx.changeRequest.findMany({
    where: { unitId, status: filter.status, pointId: filter.point }, orderBy: [{ filedAt: "desc" }, { id: "desc" }], take: filter.limit + 1, select,
    ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
  })
  const items = rows.slice(0, filter.limit)
  const names = await namesOf(tx, items.map(({ filedBy }) => filedBy))
  return {
    items: items.map((row) => ({
      id: row.id, unitId: row.unitId, number: row.number, pointId: row.pointId, code: row.code, field: row.field, status: row.status,
      filedAt: row.filedAt, filer: names.get(row.filedBy ?? "") ?? null, draftId: row.draftId,
    })),
    next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null,
  }
}

type OfPoint = Omit<ListedRequest, "filedAt"> & { filedAt: string }

/** The latest requests about a point within reach, asked beside other questions; `readRequests` makes of them what a list shows. */
export function requestsOfPoint(pointId: string): Question<OfPoint[]> {
  return rowsOf(Prisma.sql`
    select r.id, r."unitId", r.number, r."pointId", r.code, r.field, r.status, r."filedAt", ${nameOf(Prisma.sql`r."filedBy"`)} as filer, r."draftId"
    from "ChangeRequest" r where r."pointId" = ${pointId}::uuid order by r."filedAt" desc, r.id desc limit 50`)
}

export function readRequests(rows: readonly OfPoint[]): ListedRequest[] {
  return rows.map((row) => ({ ...row, filedAt: new Date(row.filedAt) }))
}

/** A request with everything that was said about it; null for who may not see it. */
export async function requestPage(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx }) => {
    const request = await requestIn(tx, id)
    if (!request) return null
    const steps = await tx.changeRequestStep.findMany({ where: { requestId: id }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { id: true, event: true, text: true, by: true, at: true } })
    return { request, steps, names: await namesOf(tx, [request.filedBy, ...steps.map(({ by }) => by)]) }
  })
}

