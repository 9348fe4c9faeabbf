import { createHash } from "node:crypto"
import { limits } from "@/lib/access/rules"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { Refused } from "@/lib/platform/refusal"

// Attempts are written beside any transaction: a refusal that rolls back must not forget them.

/** Counts a try before it is made, so that many at once are counted too; throws `rate-limited` once there were too many. */
export async function countTry(subject: string, most: number = limits.account): Promise<void> {
  await note(subject, false)
  if ((await failures(subject)) > most) tooMany()
}

/** Takes one try of a subject before the password is looked at; throws `rate-limited` with the seconds to wait, which grow slowly with each further failure. */
export async function takeTry(whom: string, free: number): Promise<void> {
  const [row] = await database().$queryRaw<{ wait: number }[]>`select kp_take_try(${newId()}::uuid, ${whom}, ${free}::integer) as wait`
  const wait = row?.wait ?? 0
  if (wait > 0) throw new Refused({ code: "rate-limited", message: "access.refusals.wait", params: { minutes: Math.floor(wait / 60), seconds: wait % 60 } })
}

/** How often a subject has failed of late. */
export async function failures(whom: string): Promise<number> {
  const rows = await database().$queryRaw<{ count: number }[]>`select kp_failed_attempts(${whom}, ${limits.window}::interval) as count`
  return rows[0]?.count ?? 0
}

/** A good try forgets the failed ones. */
export async function noteGood(subject: string): Promise<void> {
  await note(subject, true)
}

export async function noteFailed(subject: string): Promise<void> {
  await note(subject, false)
}

/** Whether a subject has succeeded within `limits.memory`. */
export async function wellKnown(whom: string): Promise<boolean> {
  const rows = await database().$queryRaw<{ known: boolean }[]>`select kp_good_attempt(${whom}, ${limits.memory}::interval) as known`
  return rows[0]?.known ?? false
}

/** The subject of an attempt: hashed, since people type passwords where the name belongs. */
export function subject(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex")
}

/** The subject of an account on a device that may know it. */
export function deviceOf(email: string, device: string): string {
  return subject("device", email, device)
}

async function note(whom: string, good: boolean): Promise<void> {
  await database().$executeRaw`select kp_note_attempt(${newId()}::uuid, ${whom}, ${good})`
}

function tooMany(): never {
  throw new Refused({ code: "rate-limited", message: "access.refusals.tooMany" })
}
