import { auditEventSchema, type AuditFilter, canonicalSchema } from "@/lib/audit/schema"
import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { dateOf } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import type { z } from "zod"

export type TrailEvent = z.output<typeof auditEventSchema> & z.output<typeof canonicalSchema>
export type AuditPage = { items: TrailEvent[]; next: string | null }

const columns = {
  id: true, unitId: true, sequence: true, type: true, actorKind: true, personId: true, at: true, recordedAt: true,
  canonical: true, previousHash: true, hash: true,
} as const

/** The trail of the units that the reader reaches, newest first; with `after`, one unit's events in the order of their numbers. */
export async function listAuditEvents(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  return asReader(actor, ({ tx }) => listAuditEventsIn(tx, filter))
}

export async function listAuditEventsIn(tx: Tx, filter: AuditFilter): Promise<AuditPage> {
  const forward = filter.after !== undefined
  const rows = await tx.auditEvent.findMany({
    where: {
      unitId: filter.unit,
      personId: filter.person,
      type: filter.type ? { startsWith: filter.type } : undefined,
      subjects: filter.subject ? { some: { subjectId: filter.subject } } : undefined,
      at: { gte: filter.from ? dateOf(filter.from) : undefined, lt: filter.to ? new Date(dateOf(filter.to).getTime() + 86_400_000) : undefined },
      sequence: forward ? { gt: filter.after } : undefined,
    },
    orderBy: forward ? [{ unitId: "asc" }, { sequence: "asc" }] : [{ id: "desc" }],
    ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
    take: filter.limit + 1,
    select: columns,
  })
  const items = rows.slice(0, filter.limit)
  return { items: items.map(read), next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
}

/** What a page tells of an event, without its place in the chain. */
export type PastEvent = Pick<TrailEvent, "id" | "type" | "at"> & z.output<typeof canonicalSchema>

/** Everything that happened to one record, oldest first: the history on its page. */
export async function historyIn(tx: Tx, unitId: string, kind: string, subjectId: string): Promise<PastEvent[]> {
  return readHistory((await askAtOnce(tx, { history: historyOf(unitId, kind, subjectId) })).history)
}

type ToldEvent = { id: string; type: string; at: string; canonical: unknown }

/** The same beside other questions; `readHistory` reads the answer. */
export function historyOf(unitId: string, kind: string, subjectId: string): Question<ToldEvent[]> {
  return rowsOf(Prisma.sql`
    select e.id, e.type, e.at, e.canonical::json from "AuditSubject" s join "AuditEvent" e on e."unitId" = s."unitId" and e.id = s."eventId"
    where s."unitId" = ${unitId}::uuid and s.kind = ${kind} and s."subjectId" = ${subjectId}::uuid order by e.sequence limit 500`)
}

export function readHistory(events: readonly ToldEvent[]): PastEvent[] {
  return events.map(({ id, type, at, canonical }) => ({ id, type, at: new Date(at).toISOString(), ...canonicalSchema.parse(canonical) }))
}

/** Who did it, as the event itself keeps the name. */
export function nameIn(event: PastEvent): Text {
  return { zh: event.actor.nameZh, en: event.actor.nameEn }
}

type Row = { [key in keyof typeof columns]: unknown } & { canonical: string; sequence: bigint; at: Date; recordedAt: Date }

function read(row: Row): TrailEvent {
  const event = auditEventSchema.parse({
    ...row, sequence: Number(row.sequence), at: row.at.toISOString(), recordedAt: row.recordedAt.toISOString(),
  })
  return { ...event, ...canonicalSchema.parse(JSON.parse(row.canonical)) }
}
