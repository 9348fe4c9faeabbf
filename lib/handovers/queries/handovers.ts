import type { HandoverFilter } from "@/lib/handovers/schema"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import { type Given, missingTakers, type PartingItem } from "@/lib/handovers/rules/parting"
import type { HandoverCase } from "@/lib/handovers/policy"
import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { nameOf } from "@/lib/platform/names"
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

// What passes on with a departure (h), and what was signed since anybody declined.
const itemsOf = Prisma.sql`
  (select coalesce(json_agg(json_build_object('kind', i.kind, 'subjectId', i."subjectId", 'code', i.code, 'takerPersonId', i."takerPersonId")), '[]')
    from "HandoverItem" i where i."unitId" = h."unitId" and i."handoverId" = h.id)`
const signaturesOf = Prisma.sql`
  (select coalesce(json_agg(json_build_object('kind', s.kind, 'personId', s."personId", 'signedBy', s."signedBy")), '[]')
    from "HandoverSignature" s where s."unitId" = h."unitId" and s."handoverId" = h.id and s.round = h.round)`

export type OpenHandover = HandoverCase & { id: string; number: string; status: string; leavesOn: Day; person: Text | null }

/** Those that are not done, whose leave comes first before the others; of what was signed, what counts. */
export function openHandovers(): Question<OpenHandover[]> {
  return rowsOf(Prisma.sql`
    select h.id, h."unitId", h.number, h.status, h."leavesOn", h."personId", ${nameOf(Prisma.sql`h."personId"`)} as person,
      case when d.id is null then (${headOf(Prisma.sql`h."unitId"`, Prisma.sql`h."personId"`)}) else d."headPersonId" end as "headPersonId",
      ${itemsOf} as items, ${signaturesOf} as signatures
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
  return asReader(actor, async ({ tx }) => listedHandovers((await askAtOnce(tx, { handovers: handoversAsked(actor, filter) })).handovers, filter))
}

type Row = {
  id: string; unitId: string; number: string; kind: string; leavesOn: Day; status: string; version: number; personId: string
  person: Text | null; interim: Text | null; items: PartingItem[]; signatures: Given[]
}

/** The same beside other questions, one more than a page holds; `listedHandovers` makes the page of them. */
export function handoversAsked(actor: Actor, { unit, status, limit, ...filter }: HandoverFilter): Question<Row[]> {
  const unitId = unit ? (actor.units?.find(({ id, code }) => id === unit || code === unit)?.id ?? null) : null
  const [person, cursor] = [filter.person ?? null, filter.cursor ?? null]
  const states = status === "open" ? [...openStates] : status ? [status] : null
  return rowsOf(Prisma.sql`
    select h.id, h."unitId", h.number, h.kind, h."leavesOn", h.status, h.version, h."personId",
      ${nameOf(Prisma.sql`h."personId"`)} as person, ${nameOf(Prisma.sql`h."interimPersonId"`)} as interim, ${itemsOf} as items, ${signaturesOf} as signatures
    from "Handover" h
    where (${!unit} or h."unitId" = ${unitId}::uuid) and (${person}::uuid is null or h."personId" = ${person}::uuid) and (${states}::text[] is null or h.status = any (${states}::text[]))
      and (${cursor}::uuid is null or h.id < (select id from "Handover" where id = ${cursor}::uuid))
    order by h.id desc limit ${limit + 1}::int`)
}

export function listedHandovers(rows: readonly Row[], { limit }: HandoverFilter) {
  const items = rows.slice(0, limit).map(({ personId, person, items: passing, signatures, ...row }) => ({
    ...row, person: { id: personId, name: person },
    items: passing.length, unassigned: passing.filter(({ takerPersonId }) => takerPersonId === null).length, waitingFor: missingTakers(passing, signatures).length,
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
