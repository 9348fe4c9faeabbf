import type { Awaiting } from "@/lib/access/rules"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { actorOfPerson } from "@/lib/platform/identity"
import { digestOf } from "@/lib/platform/secrets"

/** Who gave the right password and what they must still do; null once the step is used or a quarter of an hour old. */
export async function seeStep(step: string | null): Promise<{ step: string; actor: Actor; awaiting: Awaiting } | null> {
  if (!step) return null
  const [row] = await database().$queryRaw<{ person: string; awaiting: Awaiting }[]>`select * from kp_see_step(${digestOf(step)})`
  const actor = row ? await actorOfPerson(row.person) : null
  return row && actor ? { step, actor, awaiting: row.awaiting } : null
}
