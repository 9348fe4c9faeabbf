import { sessionsOfIn, shownTokensIn } from "@/lib/access/queries/account"
import { secondFactorIn } from "@/lib/access/queries/second-factor"
import { removalLapsed } from "@/lib/access/rules"
import { interimNeedsIn } from "@/lib/handovers/queries/interim"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { grantsIn, personIn } from "@/lib/units/queries/people"

/** A person as the administrator sees them: account, roles, open sessions; null when not reached. */
export async function accountPage(actor: Actor, personId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const person = await personIn(tx, personId)
    if (!person) return null
    const removal = await tx.secondFactorRemoval.findFirst({ where: { personId, outcome: null }, select: { id: true, reason: true, requestedBy: true, requestedAt: true, personId: true } })
    const open = removal && !removalLapsed(removal.requestedAt, now) ? removal : null
    const asker = open ? ((await namesOf(tx, [open.requestedBy])).get(open.requestedBy) ?? null) : null
    const factor = { ...(await secondFactorIn(tx, personId)), removal: open && { ...open, asker } }
    return { needs: person.active ? await interimNeedsIn(tx, personId, today(now)) : [], factor, person: { ...person, grantedIn: await grantedIn(tx, personId) }, grants: await grantsIn(tx, personId, today(now)), sessions: await sessionsOfIn(tx, personId), tokens: await shownTokensIn(tx, personId, now) }
  })
}

/** The units in which a person holds a role today, also those that the asker does not reach. */
export async function grantedIn(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ unitId: string }[]>`
    select distinct g ->> 'unitId' as "unitId" from jsonb_array_elements(kp_actor_of(${personId}::uuid) -> 'grants') g`
  return rows.map((row) => row.unitId)
}
