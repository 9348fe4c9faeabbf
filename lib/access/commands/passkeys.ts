import { asProved } from "@/lib/access/commands/proof"
import { type Enrolling, enrolledWithin } from "@/lib/access/commands/second-factor"
import { openSessionWithin, type SignedIn } from "@/lib/access/commands/sign-in"
import { ownSecondFactorIn } from "@/lib/access/queries/second-factor"
import { factorsOf } from "@/lib/access/rules"
import type { DropPasskey, NewPasskey, Passkey, Proof, Visitor } from "@/lib/access/schema"
import { recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { asActor } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { newPasskeyOptions, passkeySignInOptions, readNewPasskey, readPasskey } from "@/lib/platform/passkeys"
import { refuse, refused, type Result } from "@/lib/platform/refusal"

/** Begins a new passkey: what the browser is to ask the device for. In an open session one proves first who one is; at a sign-in one just has. */
export async function startPasskey(actor: Actor, given: Proof, at: Enrolling) {
  return asProved(actor, "access.start-passkey", given, async ({ tx }, prove) => {
    if ("sessionId" in at) await prove()
    const known = await tx.$queryRaw<{ credential: string; transports: string[] }[]>`select * from kp_own_passkeys()`
    const options = await newPasskeyOptions({ id: actor.personId ?? "", email: actor.email, name: actor.name.zh }, known)
    await tx.$executeRaw`select kp_make_challenge(${options.challenge}, 'enrol')`
    return options
  })
}

/** Keeps the new passkey. From now on sessions need a second factor: those of the password alone end, but for this one. */
export async function keepPasskey(actor: Actor, input: NewPasskey, from: Visitor, at: Enrolling): Promise<Result<SignedIn | null>> {
  const read = await readNewPasskey(input.response)
  return asActor(actor, "access.keep-passkey", async (work) => {
    const { tx } = work
    const [good] = read ? await tx.$queryRaw<{ own: boolean }[]>`select kp_use_challenge(${read.challenge}, 'enrol') as own` : []
    if (!read || !good?.own) refuse("invalid", "access.refusals.passkey")
    const id = newId()
    const [kept] = await tx.$queryRaw<{ good: boolean }[]>`
      select kp_keep_passkey(${id}::uuid, ${read.credentialId}, ${read.publicKey}, ${read.counter}::bigint, ${read.transports}::text[], ${input.name}) as good`
    if (!kept?.good) refuse("conflict", "access.refusals.passkeysFull")
    await recordOwn(work, { type: "access.passkey-added", subjects: [{ kind: "passkey", id }], params: { name: input.name } })
    return enrolledWithin(work, at, from)
  })
}

/** Begins a sign-in with a passkey, of whoever it may be. */
export async function startPasskeySignIn() {
  const options = await passkeySignInOptions()
  await database().$executeRaw`select kp_make_challenge(${options.challenge}, 'sign-in')`
  return options
}

/** Signs in with a passkey: device and finger are two factors, so nothing more is asked. */
export async function signInWithPasskey(input: Passkey, from: Visitor): Promise<Result<SignedIn>> {
  const { response } = input
  const [kept] = await database().$queryRaw<{ person: string; publicKey: string; counter: bigint }[]>`select * from kp_passkey(${response.id})`
  const read = kept ? await readPasskey(response, { credentialId: response.id, publicKey: kept.publicKey, counter: Number(kept.counter) }) : null
  const actor = kept && read ? await actorOfPerson(kept.person) : null
  // Nobody guesses a signature: failures are not counted.
  if (!actor || !read) return refused("unauthenticated", "access.refusals.passkey")
  return asActor(actor, "access.sign-in-passkey", async (work) => {
    const [good] = await work.tx.$queryRaw<{ fresh: boolean; used: boolean }[]>`
      select kp_use_challenge(${read.challenge}, 'sign-in') as fresh, kp_use_passkey(${response.id}, ${read.counter}::bigint) as used`
    if (!good?.fresh || !good.used) refuse("unauthenticated", "access.refusals.passkey")
    return openSessionWithin(work, from, true)
  })
}

/** Gives up a passkey, proving who one is, unless a role of the person demands a second factor and it is the last. */
export async function dropPasskey(actor: Actor, input: DropPasskey): Promise<Result<null>> {
  return asProved(actor, "access.drop-passkey", input, async (work, prove) => {
    await prove()
    const factor = await ownSecondFactorIn(work)
    if (factor.needed && factorsOf(factor) < 2) refuse("not-allowed", "access.refusals.lastFactor")
    const [dropped] = await work.tx.$queryRaw<{ name: string | null }[]>`select kp_drop_passkey(${input.id}::uuid) as name`
    if (!dropped?.name) refuse("not-found", "common.refusals.not-found")
    await recordOwn(work, { type: "access.passkey-dropped", subjects: [{ kind: "passkey", id: input.id }], params: { name: dropped.name } })
    return null
  })
}
