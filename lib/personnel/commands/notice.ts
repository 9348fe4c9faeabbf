import { notice } from "@/lib/personnel/commands/compare"
import { groundIn } from "@/lib/personnel/queries/ground"
import { leaving, noticedAtSignIn } from "@/lib/personnel/rules/compare"
import { job } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import type { OpenIdentity } from "@/lib/platform/openid"
import type { Result } from "@/lib/platform/refusal"

/**
 * What the company's own sign-in says of somebody, beside who they are: somebody unknown here waits as a joiner, another department
 * as a mover, a disabled account as a leaver. Nobody is let in or shut out by it; an administrator decides.
 */
export async function noticeSignIn(identity: OpenIdentity): Promise<Result<{ noticed: number }>> {
  return asActor(job, "personnel.notice", async (work) => {
    if (identity.email === null || !identity.verified) return { noticed: 0 }
    const ground = await groundIn(work.tx, work.now, [identity.email])
    const company = await work.tx.unit.findFirst({ where: { kind: "company" }, select: { id: true } })
    const person = ground.people.find((one) => one.email.toLowerCase() === identity.email)
    if (!company || (person && !person.active)) return { noticed: 0 }
    const said = person && identity.disabled ? leaving(person, ground, null) : noticedAtSignIn({ ...identity, email: identity.email }, person, ground, company.id)
    return { noticed: said ? (await notice(work, [said], { source: "sign-in", listName: null })).length : 0 }
  })
}
