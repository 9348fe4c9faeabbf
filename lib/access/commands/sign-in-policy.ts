import { mayKeepSignIn } from "@/lib/access/policy"
import { signInPolicyIn } from "@/lib/access/queries/sign-in-policy"
import type { ChangeSignInPolicy } from "@/lib/access/schema"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, fresh, permit, type Result } from "@/lib/platform/refusal"

/** Changes how the company's people sign in; it holds for sessions that are open already. */
export async function changeSignInPolicy(actor: Actor, input: ChangeSignInPolicy): Promise<Result<{ version: number }>> {
  return asActor(actor, "access.change-sign-in-policy", async (work) => {
    const unitId = found(actor.units?.find((unit) => unit.parentId === null)).id
    await work.tx.$queryRaw`select id from "Unit" where id = ${unitId}::uuid for update`
    permit(mayKeepSignIn(actor, unitId), { unitId })
    const { version, ...before } = fresh(await signInPolicyIn(work.tx, unitId), input.version)
    const { version: _, ...wanted } = input
    const data = { ...wanted, version: version + 1, changedAt: work.now, changedBy: actor.personId }
    await work.tx.signInPolicy.upsert({ where: { unitId }, create: { unitId, ...data }, update: data, select: { unitId: true } })
    await record(work, { type: "access.sign-in-policy-changed", unitId, subjects: [{ kind: "unit", id: unitId }], before, after: wanted })
    return { version: version + 1 }
  })
}
