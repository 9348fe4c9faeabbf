import type { HandoverFilter } from "@/lib/handovers/schema"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import { missingTakers } from "@/lib/handovers/rules/parting"
import type { HandoverCase } from "@/lib/handovers/policy"
import type { Actor, Text } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { nameOf, namesOf } from "@/lib/platform/names"
import { headOf, headOfPersonIn } from "@/lib/units/queries/head"

const select = {
  id: true, unitId: true, number: true, personId: true, departmentId: true, kind: true, leavesOn: true, interimPersonId: true, note: true, holdings: true, status: true,
  openedBy: true, openedAt: true, endedBy: true, endedAt: true, endReason: true, round: true, remindedAt: true, version: true,
  items: { orderBy: { id: "asc" }, select: { id: true, kind: true, subjectId: true, code: true, takerPersonId: true } },
  signatures: { orderBy: { signedAt: "asc" }, select: { id: true, kind: true, personId: true, signedBy: true, reason: true, hash: true, round: true, method: true, provedAt: true, signedAt: true } },
} as const

export type HandoverRow = NonNullable<Awaited<ReturnType<typeof handoverIn>>>

/** A handover with what passes on and the signatures so far; null when it is not there for the asker. */
export async function handoverIn(tx: Tx, id: string) {
  const row = await tx.handover.findUnique({ where: { id }, select })
  return row && whole(tx, row)
}

export type OpenHandover = HandoverCase & { id: string; number: string; status: string; leavesOn: Day; person: Text | null }

/** Those that are not done, whose leave comes first before the others; of what was signed, what counts. */
export function openHandovers(): Question<OpenHandover[]> {
  return rowsOf(Prisma.sql`
    select h.id, h."unitId", h.number, h.status, h."leavesOn", h."personId", ${nameOf(Prisma.sql`h."personId"`)} as person,
      case when d.id is null then (${headOf(Prisma.sql`h."unitId"`, Prisma.sql`h."personId"`)}) else d."headPersonId" end as "headPersonId",
      (select coalesce(json_agg(json_build_object('kind', i.kind, 'subjectId', i."subjectId", 'code', i.code, 'takerPersonId', i."takerPersonId")), '[]')
        from "HandoverItem" i where i."unitId" = h."unitId" and i."handoverId" = h.id) as items,
      (select coalesce(json_agg(json_build_object('kind', s.kind, 'personId', s."personId", 'signedBy', s."signedBy")), '[]')
        from "HandoverSignature" s where s."unitId" = h."unitId" and s."handoverId" = h.id and s.round = h.round) as signatures
    from "Handover" h left join "Department" d on d."unitId" = h."unitId" and d.id = h."departmentId"
    where h.status = any (${[...openStates]}::text[]) order by h."leavesOn"`)
}

async function whole<Row extends { unitId: string; personId: string; departmentId: string | null; leavesOn: Date; round: number; signatures: readonly { round: number }[] }>(tx: Tx, row: Row) {
  return { ...standing(row), leavesOn: dayOf(row.leavesOn), headPersonId: await headIn(tx, row) }
}

async function headIn(tx: Tx, { unitId, personId, departmentId }: { unitId: string; personId: string; departmentId: string | null }): Promise<string | null> {
  const department = departmentId ? await tx.department.findFirst({ where: { id: departmentId, unitId }, select: { headPersonId: true } }) : null
  return department ? department.headPersonId : headOfPersonIn(tx, unitId, personId)
}

// What was signed before somebody declined counts no more; the trail keeps it.
function standing<Row extends { round: number; signatures: readonly { round: number }[] }>(row: Row): Row & { signatures: Row["signatures"] } {
  return { ...row, signatures: row.signatures.filter(({ round }) => round === row.round) }
}

export type ListedHandover = Awaited<ReturnType<typeof listHandovers>>["items"][number]

/** Departures within reach, the latest first; of one unit (id or code), person or state if told; `open` is whatever is not done. */
export async function listHandovers(actor: Actor, filter: HandoverFilter) {
  return asReader(actor, (work) => handoversIn(work, filter))
}

/** The same within a page's own transaction, which may know names already. */
export async function handoversIn({ tx, actor }: Work, filter: HandoverFilter, known?: ReadonlyMap<string, Text>) {
  const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
  if (unitId === null) return { items: [], next: null }
  const rows = await tx.handover.findMany({
    where: { unitId, personId: filter.person, status: filter.status === "open" ? { in: [...openStates] } : filter.status },
    orderBy: { id: "desc" }, take: filter.limit + 1, select, ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
  })
  const shown = rows.slice(0, filter.limit)
  const names = await namesOf(tx, shown.flatMap((row) => [row.personId, row.interimPersonId]), known)
  const items = shown.map(({ items: passing, signatures, ...row }) => ({
    id: row.id, unitId: row.unitId, number: row.number, kind: row.kind, leavesOn: dayOf(row.leavesOn), status: row.status, version: row.version,
    person: { id: row.personId, name: names.get(row.personId) ?? null }, interim: names.get(row.interimPersonId ?? "") ?? null,
    items: passing.length, unassigned: passing.filter(({ takerPersonId }) => takerPersonId === null).length, waitingFor: missingTakers(passing, signatures.filter(({ round }) => round === row.round)).length,
  }))
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
}
