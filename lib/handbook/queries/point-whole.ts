import { readRequests, requestsOfPoint } from "@/lib/change-requests/queries/requests"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { asReader, todayIn } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { pointAsked, readPointIn } from "./point"
import { lifeAsked, readLifeIn } from "./point-life"

/** All that a point's page shows, asked at once: the point, what became of it, and what was asked to be changed in it; null where there is none. */
export async function pointWhole(actor: Actor, id: string, asked?: string) {
  if (!isId(id)) return null
  return asReader(actor, async (work) => {
    const { requests, ...told } = await askAtOnce(work.tx, { ...pointAsked(id, await todayIn(work.tx), asked), ...lifeAsked(id, today(work.now)), requests: requestsOfPoint(id) })
    const page = await readPointIn(work, id, told)
    return page && { page, life: await readLifeIn(work, told), requests: readRequests(requests) }
  })
}
