import { cookies } from "next/headers"
import { type Actor, type ReachedUnit } from "@/lib/platform/actor"

export const unitCookie = "keypoint-unit"

/**
 * The unit that a page is about: the one in its address (`?unit=`), else the one chosen in the header, else the person's
 * own. Only units that the person reaches count; null when there is none.
 */
export async function chosenUnit(actor: Actor, asked?: string): Promise<ReachedUnit | null> {
  const units = actor.units ?? []
  const kept = (await cookies()).get(unitCookie)?.value
  for (const id of [asked, kept, actor.homeUnitId]) {
    const unit = units.find((one) => one.id === id)
    if (unit) return unit
  }
  return units[0] ?? null
}
