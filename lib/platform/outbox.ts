import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"

export type Mail = { to: string; subject: string; text: string }

/** Puts a mail into the outbox, in the transaction of the change; it leaves later, or stays there to be read. */
export async function postMail({ tx, now }: Work, about: { unitId: string; personId: string | null }, mail: Mail): Promise<string> {
  const id = newId()
  await tx.outboxMessage.create({ data: { id, ...about, kind: "mail", payload: mail, createdAt: now } })
  return id
}
