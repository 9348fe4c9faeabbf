import { randomInt } from "node:crypto"
import { asProved } from "@/lib/access/commands/proof"
import { countCode, finishWithin, forgetTries, takeOneTimeCode } from "@/lib/access/commands/second-step"
import type { SignedIn } from "@/lib/access/commands/sign-in"
import { ownSecondFactorIn } from "@/lib/access/queries/second-factor"
import { factorsOf, shownRecoveryCode } from "@/lib/access/rules"
import type { ConfirmCode, Proof, Visitor } from "@/lib/access/schema"
import { recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newCodeSecret } from "@/lib/platform/one-time-code"
import { refuse, type Result } from "@/lib/platform/refusal"
import { seal } from "@/lib/platform/seal"
import { digestOf } from "@/lib/platform/secrets"

// No letters and digits that look alike; 16 of 32 signs are 80 bits, so that a plain digest of them tells nothing.
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
const [codes, length] = [10, 16] as const

/** Where an enrolment happens: in an open session, or at the sign-in that asked for it. */
export type Enrolling = { sessionId: string } | { step: string }

/** Begins to set up an authenticator app: a new secret, which counts for nothing until a code of it is confirmed. */
export async function startCode(actor: Actor): Promise<Result<null>> {
  return asActor(actor, "access.start-code", async (work) => {
    const personId = own(actor)
    const [kept] = await work.tx.$queryRaw<{ good: boolean }[]>`select kp_keep_code(${seal(newCodeSecret(), personId)}) as good`
    if (!kept?.good) refuse("wrong-state", "access.refusals.codeStands")
    return null
  })
}

/**
 * Confirms the app with a code that it shows; in an open session one proves first who one is, at a sign-in one just has. From
 * now on the person's sessions need it: all but this one end.
 */
export async function confirmCode(actor: Actor, input: ConfirmCode, from: Visitor, at: Enrolling): Promise<Result<SignedIn | null>> {
  const tried = await countCode(actor, from)
  if (!tried.ok) return tried
  // The code is the new app's own and proves nothing about who sets it up.
  const result = await asProved(actor, "access.confirm-code", { ...input, oneTimeCode: undefined }, async (work, prove) => {
    if ("sessionId" in at) await prove()
    if (!(await takeOneTimeCode(work, input.oneTimeCode, true))) {
      refuse("invalid", "common.refusals.invalid", { errors: [{ path: "oneTimeCode", message: "access.errors.codeWrong" }] })
    }
    await recordOwn(work, { type: "access.code-confirmed", subjects: [{ kind: "person", id: own(actor) }] })
    return enrolledWithin(work, at, from)
  })
  if (result.ok) await forgetTries(actor, from)
  return result
}

/** The present session, or the one that the sign-in leads to, is one with a second factor. */
export async function enrolledWithin(work: Work, at: Enrolling, from: Visitor): Promise<SignedIn | null> {
  if ("step" in at) return finishWithin(work, at.step, from)
  await work.tx.$executeRaw`select kp_strengthen_session(${at.sessionId}::uuid)`
  return null
}

/** Ten new recovery codes for who proves who they are, told now and never again; the old ones no longer work. */
export async function makeRecoveryCodes(actor: Actor, input: Proof): Promise<Result<{ codes: string[] }>> {
  return asProved(actor, "access.make-recovery-codes", input, async (work, prove) => {
    await prove()
    const made = Array.from({ length: codes }, newRecoveryCode)
    await work.tx.$executeRaw`select kp_keep_recovery_codes(${made.map(digestOf)}::text[])`
    await recordOwn(work, { type: "access.recovery-codes-made", subjects: [{ kind: "person", id: own(actor) }] })
    return { codes: made.map(shownRecoveryCode) }
  })
}

/** Gives up the authenticator app, proving who one is, unless a role of the person demands a second factor and it is the last. */
export async function dropCode(actor: Actor, input: Proof): Promise<Result<null>> {
  return asProved(actor, "access.drop-code", input, async (work, prove) => {
    await prove()
    const factor = await ownSecondFactorIn(work)
    if (factor.needed && factorsOf(factor) < 2) refuse("not-allowed", "access.refusals.lastFactor")
    const [dropped] = await work.tx.$queryRaw<{ good: boolean }[]>`select kp_drop_code() as good`
    if (!dropped?.good) refuse("not-found", "common.refusals.not-found")
    await recordOwn(work, { type: "access.code-dropped", subjects: [{ kind: "person", id: own(actor) }] })
    return null
  })
}

function own(actor: Actor): string {
  return actor.personId ?? refuse("not-allowed", "common.refusals.not-allowed")
}

function newRecoveryCode(): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)] ?? "").join("")
}
