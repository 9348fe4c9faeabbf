import { seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"

/** The types of the audit events that a unit's chain gained while something ran. */
export async function eventsAdded(unitId: string, run: () => Promise<unknown>): Promise<string[]> {
  const before = await asReader(seed, ({ tx }) => tx.auditEvent.count({ where: { unitId } }))
  await run()
  const rows = await asReader(seed, ({ tx }) => tx.auditEvent.findMany({ where: { unitId }, orderBy: { sequence: "asc" }, skip: before, select: { type: true } }))
  return rows.map(({ type }) => type)
}
