import type { Caller, Stage } from "./cast"

// The handbook and the company's approved scope are everybody's.
const common = ["editions", "control-points", "pointId", "scopes"]
const ofUnits = ["units", "departments", "unit name"]
/** Which keys of EAST each who has no business there may yet read: units, of an auditor's company, and of one's own. */
const mayKnow: Partial<Record<Caller["column"], string[]>> = { "auditor-0": [...common, ...ofUnits], north: common, "no-role": [...common, "units", "unit name"], nobody: [] }

/** A key that every page asked with it says again in its links: no sign of anything. */
export const inAddress = "event in the address"

/**
 * What an answer tells: `sees` where something of EAST is in it, `nothing` where not; to somebody who is to see nothing of it, what
 * it gives away. On pages the unit itself is no sign, for it stands in everybody's frame.
 */
export function toldBy(stage: Stage, { column, actor }: Caller, text: string, page = false): string {
  const marks = Object.entries({ ...stage.ids, "unit name": "东厂" }).filter(([room, id]) => room !== inAddress && id !== actor?.personId && text.includes(id) && !(page && room === "units" && column === "no-role"))
  const told = marks.map(([room]) => room)
  const known = mayKnow[column]
  const leaked = known ? told.filter((room) => !known.includes(room)) : []
  if (leaked.length > 0) return `leaks:${leaked.join("+")}`
  const shown = page ? told.filter((room) => !["units", "unit name"].includes(room)) : told
  return shown.length > 0 ? "sees" : page ? "opens" : "nothing"
}
