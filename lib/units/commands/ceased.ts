import { type Day, dayOf } from "@/lib/platform/days"
import { refuse } from "@/lib/platform/refusal"
import { hasCeased } from "@/lib/units/rules"

/** Nothing is planned, opened or assigned for a day on which the unit has ceased. */
export function refuseCeased(unit: { to: Date | null }, day: Day): void {
  if (hasCeased(unit, day)) refuse("wrong-state", "units.refusals.ceased", { params: { day: unit.to ? dayOf(unit.to) : "" } })
}
