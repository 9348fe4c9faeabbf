import { handoversAsked, listedHandovers } from "@/lib/handovers/queries/handovers"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { deputiesAsked, listedDeputies } from "@/lib/units/queries/deputies"
import { placedPeople } from "@/lib/units/queries/people"
import { toldUnit, unitAsked } from "@/lib/units/queries/units"

/** The people of a unit with the positions they hold today, who deputises and who leaves, in one statement; null when not reached. */
export async function peoplePage(actor: Actor, unitId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const [day, acting, leaving] = [today(now), { unit: unitId, limit: 200 }, { unit: unitId, status: "open" as const, limit: 50 }]
    const told = await askAtOnce(tx, {
      unit: unitAsked(unitId), people: placedPeople(unitId, day), deputies: deputiesAsked(actor, acting, day), departing: handoversAsked(actor, leaving),
    })
    const unit = toldUnit(told.unit)
    return unit && { unit, people: told.people, deputies: listedDeputies(told.deputies, acting, day).items, departing: listedHandovers(told.departing, leaving).items }
  })
}
