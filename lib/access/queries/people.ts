import { sessionsOfIn } from "@/lib/access/queries/account"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { grantsIn, personIn } from "@/lib/units/queries/people"

/** A person as the administrator sees them: account, roles, open sessions; null when not reached. */
export async function accountPage(actor: Actor, personId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const person = await personIn(tx, personId)
    if (!person) return null
    return { person: { ...person, grantedIn: await grantedIn(tx, personId) }, grants: await grantsIn(tx, personId, today(now)), sessions: await sessionsOfIn(tx, personId) }
  })
}

/** The units in which a person holds a role today, also those that the asker does not reach. */
export async function grantedIn(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ unitId: string }[]>`
    select distinct g ->> 'unitId' as "unitId" from jsonb_array_elements(kp_actor_of(${personId}::uuid) -> 'grants') g`
  return rows.map((row) => row.unitId)
}
