import { handoversIn } from "@/lib/handovers/queries/handovers"
import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { deputiesIn } from "@/lib/units/queries/deputies"
import { placedPeopleIn } from "@/lib/units/queries/people"
import { unitOf } from "@/lib/units/queries/units"

/** The people of a unit with the positions they hold today, who deputises and who leaves, in one transaction; null when not reached. */
export async function peoplePage(actor: Actor, unitId: string) {
  return asReader(actor, async (work) => {
    const unit = await unitOf(work.tx, unitId)
    if (!unit) return null
    const people = await placedPeopleIn(work.tx, unitId, today(work.now))
    const names = new Map(people.map(({ id, nameZh, nameEn }): [string, Text] => [id, { zh: nameZh, en: nameEn }]))
    return {
      unit, people,
      deputies: (await deputiesIn(work, { unit: unitId, limit: 200 }, names)).items,
      departing: (await handoversIn(work, { unit: unitId, status: "open", limit: 50 }, names)).items,
    }
  })
}
