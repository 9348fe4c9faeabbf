import type { Age } from "@/lib/deficiencies/rules/standing"
import { ended, remedying } from "@/lib/deficiencies/rules/standing"
import type { DeficiencyFilter } from "@/lib/deficiencies/schema/filter"
import type { Actor } from "@/lib/platform/actor"
import { addDays, dateOf, type Day } from "@/lib/platform/days"
import type { Prisma } from "@/lib/platform/generated/client"

type Where = Prisma.DeficiencyWhereInput

/** Which deficiencies a reconciliation is about: everything that narrows them but how they stand. */
export function scopeOf(actor: Actor, filter: Partial<DeficiencyFilter>): Where {
  const unit = filter.unit === undefined ? undefined : (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
  return {
    unitId: filter.unit === undefined ? undefined : { in: unit ? [unit.id] : [] },
    nodeCode: filter.node,
    quarter: filter.quarter,
    year: filter.year,
    kind: filter.kind,
    source: filter.source,
    ownerPersonId: filter.owner === undefined ? undefined : { in: [filter.owner === "me" ? actor.personId : filter.owner].filter((id) => id !== null) },
  }
}

/** All that the list's filter asks for. */
export function conditionsOf(actor: Actor, filter: Partial<DeficiencyFilter>, today: Day): Where {
  return {
    AND: [
      scopeOf(actor, filter),
      { grade: filter.grade === "ungraded" ? null : filter.grade },
      filter.status === "open" ? { status: { notIn: [...ended] } } : { status: filter.status },
      filter.overdue ? { status: { in: [...remedying] }, planDueOn: { lt: dateOf(today) } } : {},
      filter.age ? { status: { notIn: [...ended] }, registeredAt: registeredWithin(filter.age, today) } : {},
    ],
  }
}

// An age counts calendar days in Shanghai, where a day begins at 16:00 UTC of the day before.
function registeredWithin(age: Age, today: Day): { gte?: Date; lt?: Date } {
  const start = (daysBack: number) => new Date(dateOf(addDays(today, -daysBack)).getTime() - 8 * 3_600_000)
  switch (age) {
    case "30":
      return { gte: start(30) }
    case "90":
      return { gte: start(90), lt: start(30) }
    case "180":
      return { gte: start(180), lt: start(90) }
    case "more":
      return { lt: start(180) }
  }
}
