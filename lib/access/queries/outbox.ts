import { z } from "zod"
import { asAdministrator, mayAdminister } from "@/lib/access/policy"
import { grantedIn } from "@/lib/access/queries/people"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"

const mail = z.object({ to: z.string(), subject: z.string(), text: z.string().optional() })
export type OutboxRow = Awaited<ReturnType<typeof outboxPage>>["items"][number]

/** Mail that has not left, the oldest last; what was delivered keeps its address and subject, not its text. */
export async function outboxPage(actor: Actor, { limit = 50, ...filter }: { delivered: boolean; cursor?: string; limit?: number }) {
  return asReader(asAdministrator(actor), async ({ tx }) => {
    const rows = await tx.outboxMessage.findMany({
      where: { kind: "mail", deliveredAt: filter.delivered ? { not: null } : null },
      orderBy: { id: "desc" },
      ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
      take: limit + 1,
      select: { id: true, createdAt: true, deliveredAt: true, attempts: true, lastError: true, payload: true, unitId: true, personId: true },
    })
    const items = []
    for (const { payload, personId, unitId, ...row } of rows.slice(0, limit)) {
      // A text may hold a link that opens an account: for who keeps that account.
      const isKept = personId !== null && mayAdminister(actor, { unitId, grantedIn: await grantedIn(tx, personId) }).allowed
      const read = mail.safeParse(payload).data ?? null
      items.push({ ...row, mail: read && (isKept ? read : { to: read.to, subject: read.subject }) })
    }
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  })
}

/** What policy refused, the latest first: who tried what, and why not. */
export async function refusalPage(actor: Actor, { limit = 50, ...filter }: { cursor?: string; limit?: number }) {
  return asReader(asAdministrator(actor), async ({ tx }) => {
    const rows = await tx.refusalNote.findMany({
      orderBy: { id: "desc" },
      ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
      take: limit + 1,
      select: { id: true, at: true, command: true, code: true, message: true, personId: true, unitId: true },
    })
    const names = await namesOf(tx, rows.map((row) => row.personId))
    const items = rows.slice(0, limit).map((row) => ({
      ...row,
      code: row.code === "separation-of-duties" ? ("separation-of-duties" as const) : ("not-allowed" as const),
      name: row.personId ? (names.get(row.personId) ?? null) : null,
    }))
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  })
}
