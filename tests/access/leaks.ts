import { type Caller, named, type Stage } from "./cast"

// The handbook and the company's approved scope are everybody's.
const common = ["editions", "control-points", "pointId", "scopes"]
const ofUnit = ["units", "unit name", "unit code"]
/** Which signs of EAST each who has no business there may yet read: units, of an auditor's company, and of one's own. */
const mayKnow: Partial<Record<Caller["column"], string[]>> = {
  "auditor-0": [...common, ...ofUnit, "departments", "department name"],
  // The paper says where it is, and who answers for the point.
  borrowed: [...common, ...ofUnit, "tests", "assessments", "people"],
  north: common, "no-role": [...common, ...ofUnit], nobody: [],
}

/** What concerns two units is told to both: whom the one lends to the other, by their names, and for what. */
const shared: Record<string, string[]> = {
  "GET /borrowings": ["units", "unit name", "assessments", "tests"], "/borrowings": ["unit name", "assessments", "tests"], "/duties": ["unit name"], "GET /api/access-matrix": ["unit name"],
}

/** By what EAST is known: the keys of its things, its name and code, and what only its own people and departments are called. */
function signsOf({ ids, people, east }: Stage): [string, string][] {
  const code = people.office.units?.find(({ id }) => id === east)?.code ?? ""
  return Object.entries({ ...ids, "unit name": "东厂", "unit code": code, "department name": named.department, "head name": named.head, "head address": people.head.email })
}

/**
 * What an answer tells: `sees` where something of EAST is in it, `nothing` where not; to somebody who is to see nothing of it, what
 * it gives away. On pages the unit itself is no sign, for it stands in everybody's frame.
 */
export function toldBy(stage: Stage, { column, actor }: Caller, text: string, route: string, page = false): string {
  const own = column === "head" ? ["head name", "head address"] : []
  const told = signsOf(stage).filter(([name, sign]) => !own.includes(name) && sign !== actor?.personId && text.includes(sign)).map(([name]) => name)
  const known = mayKnow[column] && [...mayKnow[column], ...(shared[route] ?? [])]
  const leaked = known ? told.filter((name) => !known.includes(name)) : []
  if (leaked.length > 0) return `leaks:${leaked.join("+")}`
  const shown = page ? told.filter((name) => !ofUnit.includes(name)) : told
  return shown.length > 0 ? "sees" : page ? "opens" : "nothing"
}
