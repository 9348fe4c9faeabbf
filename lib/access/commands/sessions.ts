import { mayAdminister } from "@/lib/access/policy"
import { grantedIn } from "@/lib/access/queries/people"
import type { OfOne, OfPerson } from "@/lib/access/schema"
import { record, recordOwn } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, permit, type Result } from "@/lib/platform/refusal"
import { accountIn } from "@/lib/units/queries/people"

/** Ends one of one's own sessions; another's is not found. */
export async function endSession(actor: Actor, input: OfOne): Promise<Result<{ id: string }>> {
  return asActor(actor, "access.end-session", async (work) => {
    const session = found(await work.tx.session.findFirst({ where: { id: input.id, revokedAt: null }, select: { id: true } }))
    await work.tx.$executeRaw`select kp_end_session(${session.id}::uuid)`
    await recordOwn(work, { type: "access.session-ended", subjects: [{ kind: "session", id: session.id }] })
    return session
  })
}

/** The administrator ends every session of a person. */
export async function endSessionsOf(actor: Actor, input: OfPerson): Promise<Result<{ ended: number }>> {
  return asActor(actor, "access.end-sessions", async (work) => {
    const person = found(await accountIn(work.tx, { id: input.personId }))
    permit(mayAdminister(actor, { ...person, grantedIn: await grantedIn(work.tx, person.id) }), { unitId: person.unitId, id: person.id })
    const [row] = await work.tx.$queryRaw<{ ended: number }[]>`select kp_end_sessions_of(${person.id}::uuid, null) as ended`
    const ended = row?.ended ?? 0
    await record(work, {
      type: "access.sessions-ended", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }], params: { name: person.nameZh, nameEn: person.nameEn, count: ended },
    })
    return { ended }
  })
}
