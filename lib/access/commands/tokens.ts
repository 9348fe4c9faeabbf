import type { CreateToken, OfOne } from "@/lib/access/schema"
import { recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, refuse, type Result } from "@/lib/platform/refusal"
import { digestOf, newSecret } from "@/lib/platform/secrets"

/** A token for the HTTP API that acts as its person; the secret is told once and only its digest is kept. */
export async function createToken(actor: Actor, input: CreateToken): Promise<Result<{ id: string; token: string }>> {
  return asActor(actor, "access.create-token", async (work) => {
    const id = newId()
    const token = newSecret("kp_")
    const personId = actor.personId ?? refuse("not-allowed", "common.refusals.not-allowed")
    const expiresAt = new Date(work.now.getTime() + input.days * 86_400_000)
    await work.tx.apiToken.create({ data: { id, personId, name: input.name, hash: digestOf(token), createdAt: work.now, expiresAt } })
    await recordOwn(work, { type: "access.token-created", subjects: [{ kind: "token", id }], params: { name: input.name, days: input.days } })
    return { id, token }
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
