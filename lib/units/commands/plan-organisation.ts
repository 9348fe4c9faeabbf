import { createHash } from "node:crypto"
import { ordered } from "@/lib/platform/canonical"
import { type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { organisationIn, within } from "@/lib/units/queries/organisation"
import type { ImportChange, ImportPreview, OrganisationContent } from "@/lib/units/schema"
import { checkInterims } from "./check-interims"
import { planHoldings } from "./plan-holdings"
import { planPeople } from "./plan-people"
import { planRoles } from "./plan-roles"
import { planDepartments, planHeads, planPositions, planUnits } from "./plan-units"
import type { PlannedUnit, Planning } from "./planning"

/** What an organisation's workbook would do in a unit and those below it, and what is wrong with it (domain.md § 2). */
export async function planOrganisation({ tx, now, actor }: Work, scope: { id: string; code: string }, content: OrganisationContent): Promise<Planning> {
  const day: Day = today(now)
  const before = await organisationIn(tx, day, content.people.map(({ email }) => email.trim().toLowerCase()))
  const p: Planning = {
    actor, day, scope, content, before, problems: [], changes: [], unchanged: new Map(), unitsSaid: new Map(), gone: new Map(), coming: new Set(),
    writes: {
      units: [], unitChanges: [], departments: [], departmentChanges: [], positions: [], positionChanges: [], people: [], personChanges: [],
      leaves: [], moves: [], comingMoves: [], holdings: [], heldUntil: [], grants: [], grantedUntil: [],
    },
    units: new Map(within(before.units, scope.id).map((unit): [string, PlannedUnit] => [unit.id, { ...unit, keptAt: unit.id }])),
    departments: before.departments.map((row) => ({ ...row })), positions: before.positions.map((row) => ({ ...row })),
    people: new Map(before.people.map((row) => [row.id, { ...row, leaves: row.to }])),
  }
  planUnits(p)
  planDepartments(p)
  planPositions(p)
  planPeople(p)
  planHoldings(p)
  planHeads(p)
  planRoles(p)
  await checkInterims({ tx }, p)
  return p
}

const mostListed = 3_000

/** What a reader is shown of a plan before it is confirmed. */
export function previewOf(p: { changes: ImportChange[]; unchanged: ReadonlyMap<ImportChange["kind"], number> }, gaps: number | null = null): ImportPreview {
  const kinds = [...new Set([...p.changes.map(({ kind }) => kind), ...p.unchanged.keys()])]
  const count = (kind: ImportChange["kind"], what: ImportChange["what"]) => p.changes.filter((one) => one.kind === kind && one.what === what).length
  return {
    digest: createHash("sha256").update(ordered(p.changes)).digest("hex"), gaps, changes: p.changes.slice(0, mostListed),
    counts: kinds.map((kind) => ({ kind, added: count(kind, "added"), changed: count(kind, "changed"), ended: count(kind, "ended"), unchanged: p.unchanged.get(kind) ?? 0 })),
  }
}
