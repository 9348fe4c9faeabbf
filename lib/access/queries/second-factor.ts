import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce, type Question, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { codeAddress } from "@/lib/platform/one-time-code"
import { unseal } from "@/lib/platform/seal"

const moment = z.string().transform((text) => new Date(text))
const passkey = z.object({ id: z.string(), name: z.string(), createdAt: moment, lastUsedAt: moment.nullable() })
const told = z.object({ needed: z.boolean(), code: moment.nullable(), passkeys: z.array(passkey), recoveryCodes: z.number() })

/** What second factor a person has, and whether a role of theirs demands one. Never a secret. */
export type SecondFactor = z.output<typeof told>
/** An app that is being set up: what its QR code says, and the secret to type where no camera is. */
export type Enrolment = { address: string; secret: string }

export async function secondFactorIn(tx: Tx, personId: string): Promise<SecondFactor> {
  return readSecondFactor((await askAtOnce(tx, { factor: secondFactorOf(personId) })).factor)
}

/** The same beside other questions; `readSecondFactor` makes it of the answer. */
export function secondFactorOf(personId: string): Question<unknown> {
  return valueOf(Prisma.sql`select kp_second_factor_of(${personId}::uuid)`)
}

export function readSecondFactor(factor: unknown): SecondFactor {
  return told.parse(factor ?? { needed: false, code: null, passkeys: [], recoveryCodes: 0 })
}

export async function ownSecondFactorIn({ tx, actor }: Work): Promise<SecondFactor> {
  return secondFactorIn(tx, actor.personId ?? "")
}

/** One's own second factor, and the app that one is setting up, if any. */
export async function ownSecondFactor(actor: Actor): Promise<SecondFactor & { enrolment: Enrolment | null }> {
  return asReader(actor, async (work) => ({ ...(await ownSecondFactorIn(work)), enrolment: await enrolmentIn(work) }))
}

async function enrolmentIn({ tx, actor }: Work): Promise<Enrolment | null> {
  const [kept] = await tx.$queryRaw<{ secret: string; confirmed: boolean }[]>`select * from kp_code()`
  if (!kept || kept.confirmed) return null
  const secret = unseal(kept.secret, actor.personId ?? "")
  return secret ? { secret, address: codeAddress(secret, actor.email) } : null
}
