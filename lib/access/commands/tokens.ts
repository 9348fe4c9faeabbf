import { mayAdminister } from "@/lib/access/policy"
import { tokensOfIn } from "@/lib/access/queries/account"
import { grantedIn } from "@/lib/access/queries/people"
import { tokenStanding } from "@/lib/access/rules"
import type { CreateToken, OfOne, TokenOfPerson } from "@/lib/access/schema"
import { record, recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { digestOf, newSecret } from "@/lib/platform/secrets"
import { accountIn, personIn, type PersonRow } from "@/lib/units/queries/people"

/** A token for the HTTP API that acts as its person; the secret is told once and only its digest is kept. */
export async function createToken(actor: Actor, input: CreateToken): Promise<Result<{ id: string; token: string }>> {
  return asActor(actor, "access.create-token", async (work) => {
    const made = await make(work, actor.personId ?? refuse("not-allowed", "common.refusals.not-allowed"), input)
    await recordOwn(work, { type: "access.token-created", subjects: [{ kind: "token", id: made.id }], params: { name: input.name, days: input.days }, after: { scopes: input.scopes } })
    return made
  })
}

/** The operator makes a token for a person: it acts as them and no more. */
export async function giveToken(actor: Actor, personId: string, input: CreateToken): Promise<Result<{ id: string; token: string }>> {
  return asActor(actor, "access.give-token", async (work) => {
    if (actor.kind !== "operator") refuse("not-allowed", "common.refusals.not-allowed")
    const person = found(await accountIn(work.tx, { id: personId }))
    const made = await make(work, person.id, input)
    const params = { name: person.nameZh, nameEn: person.nameEn, token: input.name, days: input.days }
    await record(work, { type: "access.token-given", unitId: person.unitId, subjects: [{ kind: "token", id: made.id }, { kind: "person", id: person.id }], params, after: { scopes: input.scopes } })
    return made
  })
}

/** Ends one of one's own tokens at once; another's is not found. */
export async function revokeToken(actor: Actor, input: OfOne): Promise<Result<{ id: string }>> {
  return asActor(actor, "access.revoke-token", async (work) => {
    const token = found(await work.tx.apiToken.findFirst({ where: { id: input.id, personId: actor.personId ?? "", revokedAt: null }, select: { id: true, name: true } }))
    await work.tx.apiToken.update({ where: { id: token.id }, data: { revokedAt: work.now }, select: { id: true } })
    await recordOwn(work, { type: "access.token-revoked", subjects: [{ kind: "token", id: token.id }], params: { name: token.name } })
    return { id: token.id }
  })
}

/** The administrator ends a token of somebody else at once. */
export async function revokeTokenOf(actor: Actor, input: TokenOfPerson): Promise<Result<{ id: string }>> {
  return asActor(actor, "access.revoke-token-of", async (work) => {
    const person = found(await personIn(work.tx, input.personId))
    permit(mayAdminister(actor, { ...person, grantedIn: await grantedIn(work.tx, person.id) }), { unitId: person.unitId, id: person.id })
    const token = found((await tokensOfIn(work.tx, person.id)).find(({ id }) => id === input.id))
    if (tokenStanding(token, work.now) !== "active" || !(await end(work, person, token))) refuse("wrong-state", "access.refusals.tokenOver")
    return { id: token.id }
  })
}

/** The same within an access review, which permits; false when it has ended already. */
export async function revokeTokenWithin(work: Work, personId: string, id: string): Promise<boolean> {
  const person = await personIn(work.tx, personId)
  const token = person && (await tokensOfIn(work.tx, person.id)).find((one) => one.id === id)
  return person && token && tokenStanding(token, work.now) === "active" ? end(work, person, token) : false
}

// Its person's rows alone are within the application's reach: the database ends it, for who reaches the person.
async function end(work: Work, person: PersonRow, token: { id: string; name: string }): Promise<boolean> {
  const [row] = await work.tx.$queryRaw<{ done: boolean }[]>`select kp_revoke_token(${token.id}::uuid) as done`
  if (!row?.done) return false
  await record(work, {
    type: "access.token-ended", unitId: person.unitId, subjects: [{ kind: "token", id: token.id }, { kind: "person", id: person.id }],
    params: { name: person.nameZh, nameEn: person.nameEn, token: token.name },
  })
  return true
}

async function make({ tx, now }: Work, personId: string, { name, days, scopes }: CreateToken): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newSecret("kp_")
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  await tx.apiToken.create({ data: { id, personId, name, scopes, hash: digestOf(token), createdAt: now, expiresAt }, select: { id: true } })
  return { id, token }
}
