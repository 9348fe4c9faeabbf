import { countTry, noteGood, subject } from "@/lib/access/commands/attempts"
import { tryPassword } from "@/lib/access/commands/passwords"
import { takeOneTimeCode } from "@/lib/access/commands/second-step"
import { provedNow } from "@/lib/access/rules"
import type { Proof } from "@/lib/access/schema"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import type { OpenIdentity } from "@/lib/platform/openid"
import { readPasskey, signingOptions } from "@/lib/platform/passkeys"
import { refuse, refused, Refused, type Result } from "@/lib/platform/refusal"
import { digestOf, newSecret } from "@/lib/platform/secrets"

/** How somebody proved anew who they are, and when: it is kept with what they signed. */
export type Proved = { method: "password" | "one-time-code" | "passkey" | "single-sign-on"; at: Date }
type Check = (work: Work) => Promise<Proved>

/**
 * The door for what asks who it is once more (domain.md § 6). The password is compared before the door: within it, the command
 * would hold one connection while it waits for another. Codes, challenges and fresh sign-ins are spent in the command's own
 * transaction, when it calls `prove`. Without anything given (what is asked for has moved on) `prove` refuses.
 */
export async function asProved<Value>(actor: Actor, command: string, given: Proof | null, run: (work: Work, prove: () => Promise<Proved>) => Promise<Value>): Promise<Result<Value>> {
  const ready = await checkOf(actor, given ?? {})
  if (!ready.ok) return ready
  const result = await asActor(actor, command, (work) => run(work, () => ready.value(work)))
  if (result.ok && given?.oneTimeCode) await noteGood(triesOf(actor))
  return result
}

/** What a passkey of one's own is to sign, to prove who one is. */
export async function startProof(actor: Actor): Promise<Result<Awaited<ReturnType<typeof signingOptions>>>> {
  return asActor(actor, "access.start-proof", async ({ tx }) => {
    const own = await tx.$queryRaw<{ credential: string; transports: string[] }[]>`select * from kp_own_passkeys()`
    const options = await signingOptions(own)
    await tx.$executeRaw`select kp_make_challenge(${options.challenge}, 'sign')`
    return options
  })
}

/** Back from a sign-in with the company account that was asked for anew: ten minutes to sign once, in this browser. */
export async function proveByOpenId(actor: Actor, identity: OpenIdentity, begun: number): Promise<Result<{ proof: string }>> {
  if (!identity.verified || identity.email !== actor.email || !provedNow(identity.signedInAt, begun)) return refused("unauthenticated", "access.refusals.openId")
  return asActor(actor, "access.prove-by-open-id", async ({ tx }) => {
    const proof = newSecret()
    await tx.$executeRaw`select kp_make_proof(${newId()}::uuid, ${digestOf(proof)})`
    return { proof }
  })
}

async function checkOf(actor: Actor, { password, oneTimeCode, passkey, proof }: Proof): Promise<Result<Check>> {
  if (password) return byPassword(actor, password)
  if (oneTimeCode) return byCode(actor, oneTimeCode)
  if (passkey) return byPasskey(actor, passkey)
  return { ok: true, value: proof ? byCompanyAccount(proof) : () => wrong("password", "access.errors.proofMissing") }
}

async function byPassword(actor: Actor, password: string): Promise<Result<Check>> {
  const known = await tryPassword(actor, password)
  return known.ok ? { ok: true, value: async ({ now }) => (known.value ? { method: "password", at: now } : wrong("password", "access.errors.passwordWrong")) } : known
}

async function byCode(actor: Actor, code: string): Promise<Result<Check>> {
  try {
    await countTry(triesOf(actor))
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
  return { ok: true, value: async (work) => ((await takeOneTimeCode(work, code, false)) ? { method: "one-time-code", at: work.now } : wrong("oneTimeCode", "access.errors.codeWrong")) }
}

async function byPasskey(actor: Actor, response: NonNullable<Proof["passkey"]>): Promise<Result<Check>> {
  const [kept] = await database().$queryRaw<{ person: string; publicKey: string; counter: bigint }[]>`select * from kp_passkey(${response.id})`
  const read = kept?.person === actor.personId ? await readPasskey(response, { credentialId: response.id, publicKey: kept.publicKey, counter: Number(kept.counter) }) : null
  return {
    ok: true,
    value: async ({ tx, now }) => {
      const [good] = read ? await tx.$queryRaw<{ fresh: boolean; used: boolean }[]>`
        select kp_use_challenge(${read.challenge}, 'sign') as fresh, kp_use_passkey(${response.id}, ${read.counter}::bigint) as used` : []
      return good?.fresh && good.used ? { method: "passkey", at: now } : refuse("invalid", "access.refusals.passkey")
    },
  }
}

function byCompanyAccount(proof: string): Check {
  return async ({ tx }) => {
    const [used] = await tx.$queryRaw<{ at: Date | null }[]>`select kp_use_proof(${digestOf(proof)}) as at`
    return used?.at ? { method: "single-sign-on", at: used.at } : wrong("password", "access.errors.proofLate")
  }
}

function triesOf(actor: Actor): string {
  return subject("verify", actor.personId ?? "")
}

function wrong(path: string, message: string): never {
  return refuse("invalid", "access.refusals.proof", { errors: [{ path, message }] })
}
