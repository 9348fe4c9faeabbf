import { requestsIn } from "@/lib/change-requests/queries/requests"
import { requestFilterSchema } from "@/lib/change-requests/schema"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { pointPageIn } from "./point"
import { pointLifeIn } from "./point-life"

/** All that a point's page shows, in one transaction: the point, what became of it, and what was asked to be changed in it; null where there is none. */
export async function pointWhole(actor: Actor, id: string, asked?: string) {
  return asReader(actor, async (work) => {
    const page = await pointPageIn(work, id, asked)
    if (!page) return null
    const { pointId } = page.row
    return { page, life: await pointLifeIn(work, pointId), requests: (await requestsIn(work, requestFilterSchema.parse({ point: pointId }))).items }
  })
}
