import { sessionsOfIn } from "@/lib/access/queries/account"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { grantsIn, personIn } from "@/lib/units/queries/people"

/** A person as the administrator sees them: account, roles, open sessions; null when not reached. */
export async function accountPage(actor: Actor, personId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const person = await personIn(tx, personId)
    if (!person) return null
    return { person, grants: await grantsIn(tx, personId, today(now)), sessions: await sessionsOfIn(tx, personId) }
  })
}
