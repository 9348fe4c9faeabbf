import type { Ground } from "@/lib/personnel/rules/compare"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { organisationIn } from "@/lib/units/queries/organisation"

/** What stands within reach, and which of some addresses belong to somebody out of reach. */
export async function groundIn(tx: Tx, now: Date, emails: readonly string[]): Promise<Ground & { taken: ReadonlySet<string> }> {
  const { units, departments, positions, people, holdings, taken } = await organisationIn(tx, today(now), emails)
  return { units, departments, positions, people, holdings, taken }
}
