import { countTry, noteGood, subject } from "@/lib/access/commands/attempts"
import { openSessionWithin, type SignedIn } from "@/lib/access/commands/sign-in"
import { seeStep } from "@/lib/access/queries/step"
import { limits, plainRecoveryCode } from "@/lib/access/rules"
import type { OneTimeCode, Visitor } from "@/lib/access/schema"
import { recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { stepOfCode } from "@/lib/platform/one-time-code"
import { refuse, refused, Refused, type Result } from "@/lib/platform/refusal"
import { unseal } from "@/lib/platform/seal"
import { digestOf } from "@/lib/platform/secrets"

/**
 * Finishes a sign-in with a code of the authenticator app or a recovery code; each counts once. Too many wrong ones are
 * `rate-limited`: from one address, and of the person altogether.
 */
export async function passStep(step: string, input: OneTimeCode, from: Visitor): Promise<Result<SignedIn>> {
  const seen = await seeStep(step)
  if (seen?.awaiting !== "code") return refused("not-found", "access.refusals.step")
  const tried = await countCode(seen.actor, from)
  if (!tried.ok) return tried
  const result = await asActor(seen.actor, "access.pass-step", async (work) => {
    if (!(await takeCode(work, input.oneTimeCode))) refuse("unauthenticated", "access.refusals.code")
    return finishWithin(work, step, from)
  })
  if (result.ok) await forgetTries(seen.actor, from)
  return result
}

/** Spends the step and opens the session that it led to. */
export async function finishWithin(work: Work, step: string, from: Visitor): Promise<SignedIn> {
  const [used] = await work.tx.$queryRaw<{ good: boolean }[]>`select kp_use_step(${digestOf(step)}) as good`
  if (!used?.good) refuse("not-found", "access.refusals.step")
  return openSessionWithin(work, from, true)
}

/** Counts a code before it is tried. */
export async function countCode(actor: Actor, from: Visitor): Promise<Result<null>> {
  const [here, anywhere] = subjects(actor, from)
  try {
    await countTry(here)
    await countTry(anywhere, limits.codes)
    return { ok: true, value: null }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** After a good code the failed ones no longer count. */
export async function forgetTries(actor: Actor, from: Visitor): Promise<void> {
  for (const whom of subjects(actor, from)) await noteGood(whom)
}

function subjects(actor: Actor, from: Visitor) {
  return [subject("code", actor.personId ?? "", from.address), subject("code", actor.personId ?? "")] as const
}

async function takeCode(work: Work, given: string): Promise<boolean> {
  return /^\d{3} ?\d{3}$/.test(given) ? takeOneTimeCode(work, given, false) : takeRecoveryCode(work, given)
}

/** Whether this is the app's present code and was not used before; confirms the app when that is asked. */
export async function takeOneTimeCode({ tx, now, actor }: Work, given: string, confirming: boolean): Promise<boolean> {
  const [kept] = await tx.$queryRaw<{ secret: string }[]>`select secret from kp_code()`
  const secret = kept ? unseal(kept.secret, actor.personId ?? "") : null
  const step = secret ? stepOfCode(secret, given.replaceAll(" ", ""), now) : null
  if (step === null) return false
  const [used] = await tx.$queryRaw<{ good: boolean }[]>`select kp_use_code(${step}::bigint, ${confirming}) as good`
  return used?.good ?? false
}

async function takeRecoveryCode(work: Work, given: string): Promise<boolean> {
  const [used] = await work.tx.$queryRaw<{ good: boolean }[]>`select kp_use_recovery_code(${digestOf(plainRecoveryCode(given))}) as good`
  if (used?.good) await recordOwn(work, { type: "access.recovery-code-used", subjects: [{ kind: "person", id: work.actor.personId ?? "" }] })
  return used?.good ?? false
}
