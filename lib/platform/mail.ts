import { createTransport, type Transporter } from "nodemailer"
import { z } from "zod"
import { job } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"

const mail = z.object({ to: z.string(), subject: z.string(), text: z.string() })
const mostTries = 10
type Row = { id: string; payload: unknown; attempts: number }

/** Sends what is due in the outbox, one transaction each, so that two workers never send the same; returns how many left. */
export async function deliverMail(smtpUrl: string, from: string): Promise<number> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
  let sent = 0
  try {
    for (let left = 50; left > 0; left -= 1) {
      const outcome = await deliverNext(transport, from)
      if (outcome === "none") break
      if (outcome === "sent") sent += 1
    }
  } finally {
    transport.close()
  }
  return sent
}

async function deliverNext(transport: Transporter, from: string): Promise<"none" | "sent" | "failed"> {
  const result = await asActor(job, "platform.deliver-mail", async ({ tx, now }) => {
    // Tried again 1, 3, 7, 15 … minutes after it was written.
    const [row] = await tx.$queryRaw<Row[]>`
      select id, payload, attempts from "OutboxMessage"
      where kind = 'mail' and "deliveredAt" is null and attempts < ${mostTries}
        and "createdAt" + (power(2, attempts) - 1) * interval '1 minute' <= clock_timestamp()
      order by "createdAt" limit 1 for update skip locked`
    if (!row) return "none" as const
    const failure = await send(transport, from, row.payload)
    // What was delivered keeps its address and subject; the text may hold a link that opens an account.
    const kept = mail.omit({ text: true }).safeParse(row.payload).data
    await tx.outboxMessage.update({
      where: { id: row.id },
      data: failure === null ? { deliveredAt: now, attempts: row.attempts + 1, lastError: null, payload: kept } : { attempts: row.attempts + 1, lastError: failure },
      select: { id: true },
    })
    return failure === null ? ("sent" as const) : ("failed" as const)
  })
  return result.ok ? result.value : "none"
}

/** Null when it left; else what the mail server said. */
async function send(transport: Transporter, from: string, payload: unknown): Promise<string | null> {
  const parsed = mail.safeParse(payload)
  if (!parsed.success) return "not a mail"
  try {
    await transport.sendMail({ from, to: { name: "", address: parsed.data.to }, subject: parsed.data.subject, text: parsed.data.text })
    return null
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : "failed"
  }
}
