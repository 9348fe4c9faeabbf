import { countTry, noteGood, subject } from "@/lib/access/commands/attempts"
import { passwordErrors } from "@/lib/access/rules"
import type { ChangePassword, SetPassword } from "@/lib/access/schema"
import { record, recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { asActor, type Work } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { hashPassword, passwordMatches } from "@/lib/platform/passwords"
import { found, refuse, refused, Refused, type Result } from "@/lib/platform/refusal"
import { digestOf } from "@/lib/platform/secrets"
import { accountIn } from "@/lib/units/queries/people"

/** Whether this is the person's password: asked again for a signature. Throws `rate-limited` after too many wrong ones. */
export async function verifyPassword(personId: string, password: string): Promise<boolean> {
  const whom = subject("verify", personId)
  await countTry(whom)
  const rows = await database().$queryRaw<{ hash: string | null }[]>`select kp_credential_of(${personId}::uuid) as hash`
  const good = await passwordMatches(rows[0]?.hash ?? null, password)
  if (good) await noteGood(whom)
  return good
}

/**
 * The same before a command enters the door. Within it, the command would hold one connection while it waits for another:
 * as many at once as there are connections would stop the whole server.
 */
export async function tryPassword(actor: Actor, password: string): Promise<Result<boolean>> {
  try {
    return { ok: true, value: actor.personId !== null && (await verifyPassword(actor.personId, password)) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** Changes one's own password; every other session of the person ends. */
export async function changePassword(actor: Actor, input: ChangePassword, keptSession: string | null): Promise<Result<null>> {
  const known = await tryPassword(actor, input.currentPassword)
  if (!known.ok) return known
  return asActor(actor, "access.change-password", async (work) => {
    const personId = actor.personId ?? refuse("not-allowed", "common.refusals.not-allowed")
    if (!known.value) {
      refuse("invalid", "common.refusals.invalid", { errors: [{ path: "currentPassword", message: "access.errors.passwordWrong" }] })
    }
    await keep(work, actor, personId, input, keptSession)
    await recordOwn(work, { type: "access.password-changed", subjects: [{ kind: "person", id: personId }] })
    return null
  })
}

/** Sets a password with a one-time link: the link is spent and every session of the person ends. */
export async function setPassword(input: SetPassword): Promise<Result<{ email: string }>> {
  const actor = await actorOfLink(input.token)
  if (!actor?.personId) return refused("not-found", "access.refusals.link")
  const personId = actor.personId
  return asActor(actor, "access.set-password", async (work) => {
    const [used] = await work.tx.$queryRaw<{ person: string | null }[]>`select kp_use_link(${digestOf(input.token)}) as person`
    if (!used?.person) refuse("not-found", "access.refusals.link")
    await keep(work, actor, personId, input, null)
    await recordOwn(work, { type: "access.password-set", subjects: [{ kind: "person", id: personId }] })
    return { email: actor.email }
  })
}

/** Gives a person a password without a link, only as the seed or the operator: for the demonstration's accounts. */
export async function givePassword(actor: Actor, personId: string, password: string): Promise<Result<null>> {
  return givePasswords(actor, { personIds: [personId], password })
}

/** Gives several people of a unit one password, as the demonstration's are: hashing is slow by intent, so it is hashed once for all. */
export async function givePasswords(actor: Actor, { personIds, password }: { personIds: readonly string[]; password: string }): Promise<Result<null>> {
  return asActor(actor, "access.give-password", async (work) => {
    if (actor.kind !== "operator" && actor.kind !== "seed") refuse("not-allowed", "common.refusals.not-allowed")
    const hash = await hashPassword(password)
    for (const id of personIds) {
      const person = found(await accountIn(work.tx, { id }))
      await work.tx.$executeRaw`select kp_set_credential(${person.id}::uuid, ${hash})`
      await record(work, { type: "access.password-given", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }], params: { name: person.nameZh, nameEn: person.nameEn } })
    }
    return null
  })
}

/** Whose link this is, while it holds. */
export async function actorOfLink(token: string): Promise<Actor | null> {
  const rows = await database().$queryRaw<{ person: string | null }[]>`select kp_see_link(${digestOf(token)}) as person`
  return rows[0]?.person ? actorOfPerson(rows[0].person) : null
}

async function keep(work: Work, actor: Actor, personId: string, wanted: { password: string; passwordAgain: string }, keptSession: string | null) {
  const errors = passwordErrors(wanted.password, wanted.passwordAgain, actor.email)
  if (errors.length > 0) refuse("invalid", "common.refusals.invalid", { errors })
  await work.tx.$executeRaw`select kp_set_credential(${personId}::uuid, ${await hashPassword(wanted.password)})`
  await work.tx.$executeRaw`select kp_end_sessions_of(${personId}::uuid, ${keptSession}::uuid)`
}
