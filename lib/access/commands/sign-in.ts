import { deviceOf, failures, noteFailed, noteGood, subject, takeTry, wellKnown } from "@/lib/access/commands/attempts"
import { type Awaiting, freeTries, limits } from "@/lib/access/rules"
import type { SignIn, Visitor } from "@/lib/access/schema"
import { recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { asActor, type Work } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { passwordMatches } from "@/lib/platform/passwords"
import { refused, Refused, type Result } from "@/lib/platform/refusal"
import { digestOf, newSecret } from "@/lib/platform/secrets"

export type SignedIn = { sessionId: string; personId: string; email: string; language: string | null; theme: string }

/** The password was right, and a second factor is wanted: the secret of the step lasts a quarter of an hour. */
export type HalfWay = { step: string; awaiting: Awaiting }
export type Entered = SignedIn | HalfWay

/**
 * Opens a session for the right password, or the step to the second factor. An unknown account, a wrong password and a closed
 * account are answered in the same words and the same time. Too many tries of an account from one address are `rate-limited`,
 * for a time that grows slowly; others behind the address go on, and a device on which the account has signed in within
 * thirty days counts for itself, so that nobody is locked out by who fails elsewhere or next to them.
 */
export async function signIn(input: SignIn, from: Visitor): Promise<Result<Entered>> {
  const address = subject("sign-in", from.address)
  const device = from.device ? deviceOf(input.email, from.device) : null
  const own = device !== null && (await wellKnown(device))
  const place = own ? subject("sign-in", device) : subject("sign-in", input.email, from.address)
  try {
    await takeTry(place, own ? limits.account : freeTries(await failures(address)))
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
  const rows = await database().$queryRaw<{ personId: string; passwordHash: string }[]>`select * from kp_credential(${input.email})`
  const good = await passwordMatches(rows[0]?.passwordHash ?? null, input.password)
  const actor = good && rows[0] ? await actorOfPerson(rows[0].personId) : null
  if (!actor) {
    if (!own) await noteFailed(address)
    return refused("unauthenticated", "access.refusals.wrong")
  }
  await noteGood(place)
  return enterAs(actor, from, false)
}

/** From now on this device is known for the account: others' failures do not hold it up. */
export async function knowDevice(email: string, device: string): Promise<void> {
  await noteGood(deviceOf(email, device))
}

/** Lets somebody in who has proved who they are; `strong` when a second factor was part of that. */
export async function enterAs(actor: Actor, from: Visitor, strong: boolean): Promise<Result<Entered>> {
  return asActor(actor, "access.sign-in", async (work) => {
    const secret = newSecret()
    const [step] = strong ? [] : await work.tx.$queryRaw<{ awaiting: Awaiting | null }[]>`select kp_make_step(${newId()}::uuid, ${digestOf(secret)}) as awaiting`
    return step?.awaiting ? { step: secret, awaiting: step.awaiting } : openSessionWithin(work, from, strong)
  })
}

/** Opens the session within another command. */
export async function openSessionWithin(work: Work, from: Visitor, strong: boolean): Promise<SignedIn> {
  const sessionId = newId()
  const personId = work.actor.personId ?? ""
  await work.tx.$executeRaw`select kp_open_session(${sessionId}::uuid, ${personId}::uuid, ${from.agent}, ${strong})`
  const [own] = await work.tx.$queryRaw<{ language: string | null; theme: string }[]>`select * from kp_own_preferences()`
  await recordOwn(work, { type: "access.signed-in", subjects: [{ kind: "session", id: sessionId }] })
  return { sessionId, personId, email: work.actor.email, language: own?.language ?? null, theme: own?.theme ?? "system" }
}

/** Ends the session that one is in. */
export async function signOut(actor: Actor, sessionId: string): Promise<Result<null>> {
  return asActor(actor, "access.sign-out", async (work) => {
    await work.tx.$executeRaw`select kp_end_session(${sessionId}::uuid)`
    await recordOwn(work, { type: "access.signed-out", subjects: [{ kind: "session", id: sessionId }] })
    return null
  })
}
