import type { CreateToken, OfOne } from "@/lib/access/schema"
import { record, recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, refuse, type Result } from "@/lib/platform/refusal"
import { digestOf, newSecret } from "@/lib/platform/secrets"
import { accountIn } from "@/lib/units/queries/people"

/** A token for the HTTP API that acts as its person; the secret is told once and only its digest is kept. */
export async function createToken(actor: Actor, input: CreateToken): Promise<Result<{ id: string; token: string }>> {
  return asActor(actor, "access.create-token", async (work) => {
    const made = await make(work, actor.personId ?? refuse("not-allowed", "common.refusals.not-allowed"), input)
    await recordOwn(work, { type: "access.token-created", subjects: [{ kind: "token", id: made.id }], params: { name: input.name, days: input.days } })
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
    await record(work, { type: "access.token-given", unitId: person.unitId, subjects: [{ kind: "token", id: made.id }, { kind: "person", id: person.id }], params })
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

async function make({ tx, now }: Work, personId: string, { name, days }: CreateToken): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newSecret("kp_")
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  await tx.apiToken.create({ data: { id, personId, name, hash: digestOf(token), createdAt: now, expiresAt }, select: { id: true } })
  return { id, token }
}
