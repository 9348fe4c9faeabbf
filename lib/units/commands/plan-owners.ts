import { isProduct } from "@/lib/platform/actor"
import { type Day, dayOf, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { comparable } from "@/lib/platform/workbook/cells"
import { groundOf, type Ground, type GroundPoint } from "@/lib/units/queries/ground"
import { within } from "@/lib/units/queries/organisation"
import { comingOwnersIn, performersIn } from "@/lib/units/queries/owners"
import { hasCeased } from "@/lib/units/rules"
import type { ImportChange, ImportProblem, OwnershipContent } from "@/lib/units/schema"

export type OwnerNaming = { point: GroundPoint; personId: string; seen: undefined; from: Day | null }
/** What one unit is given: who owns what from when, who begins and who ends performing. */
export type UnitOwners = { ground: Ground; namings: OwnerNaming[]; begin: { pointId: string; personId: string }[]; end: { pointId: string; personId: string }[] }
export type OwnersPlan = { day: Day; problems: ImportProblem[]; changes: ImportChange[]; unchanged: Map<ImportChange["kind"], number>; units: UnitOwners[]; gaps: number }

type Row = OwnershipContent["owners"][number]
type Here = UnitOwners & { plan: OwnersPlan; content: OwnershipContent; find: (said: string) => string | null; coming: Set<string>; performing: Map<string, string[]>; isProduct: boolean }

/** A matrix of owners against who owns what today in a unit and those below it (domain.md § 2). */
export async function planOwners({ tx, now, actor }: Work, scope: { id: string; code: string }, content: OwnershipContent): Promise<OwnersPlan> {
  const plan: OwnersPlan = { day: today(now), problems: [], changes: [], unchanged: new Map(), units: [], gaps: 0 }
  const units = within(await tx.unit.findMany({ select: { id: true, code: true, parentId: true, nameZh: true, nameEn: true } }), scope.id)
  const rows = Map.groupBy(content.owners, ({ unit }) => comparable(unit ?? scope.code))
  for (const [said, some] of rows) {
    const found = units.filter(({ code, nameZh, nameEn }) => [code, nameZh, nameEn].map(comparable).includes(said))
    const [unit] = found
    const ground = unit && found.length === 1 ? await groundOf(tx, unit.id, plan.day) : null
    if (!ground) for (const row of some) say(plan, content, row, "unit", "organisation.problems.unknown-unit", { value: row.unit ?? scope.code })
    else {
      const here: Here = {
        ground, namings: [], begin: [], end: [], plan, content, find: finder(ground), isProduct: isProduct(actor),
        coming: await comingOwnersIn(tx, ground.unit.id, plan.day), performing: await performersIn(tx, ground.unit.id, plan.day),
      }
      planUnit(here, some)
      plan.units.push(here)
    }
  }
  return plan
}

function planUnit(here: Here, rows: readonly Row[]): void {
  const { ground, plan } = here
  const points = new Map(ground.points.map((point) => [point.code, point]))
  const seen = new Map<string, number>()
  for (const row of rows) {
    const [point, first] = [points.get(row.code), seen.get(row.code)]
    if (first !== undefined) say(plan, here.content, row, "code", "organisation.problems.repeated", { first })
    else if (!point) say(plan, here.content, row, "code", "organisation.problems.unknown-point", { value: row.code })
    else {
      planOwner(here, row, point)
      planPerformers(here, row, point)
    }
    seen.set(row.code, first ?? row.row)
  }
  const named = new Set(here.namings.map(({ point }) => point.pointId))
  if (!hasCeased(ground.unit, plan.day)) plan.gaps += ground.points.filter(({ pointId }) => !ground.owners.has(pointId) && !named.has(pointId)).length
}

function planOwner(here: Here, row: Row, point: GroundPoint): void {
  const { ground, plan, content } = here
  if (row.owner === null) return
  const [personId, present] = [here.find(row.owner), ground.owners.get(point.pointId)]
  if (personId === null) return say(plan, content, row, "owner", "organisation.problems.unknown-person", { value: row.owner })
  if (personId === present) return same(plan, "owner")
  if (row.from !== null && row.from < plan.day && !here.isProduct) return say(plan, content, row, "from", "units.errors.past")
  if (hasCeased(ground.unit, row.from ?? plan.day)) return say(plan, content, row, row.from ? "from" : "owner", "units.refusals.ceased", { day: ground.unit.to ? dayOf(ground.unit.to) : "" })
  if (here.coming.has(point.pointId)) return say(plan, content, row, "owner", "units.refusals.laterOwner")
  here.namings.push({ point, personId, seen: undefined, from: row.from })
  const fields = [{ field: "owner", before: present ? nameOf(ground, present) : null, after: nameOf(ground, personId) }, ...(row.from ? [{ field: "from", before: null, after: row.from }] : [])]
  plan.changes.push({ what: present ? "changed" : "added", kind: "owner", ...told(ground, point), fields })
}

function planPerformers(here: Here, row: Row, point: GroundPoint): void {
  const { ground, plan, content } = here
  if (row.performers === null) return
  const wanted = row.performers.map((said) => {
    const personId = here.find(said)
    if (personId === null) say(plan, content, row, "performers", "organisation.problems.unknown-person", { value: said })
    return personId
  })
  const present = here.performing.get(point.pointId) ?? []
  for (const personId of new Set(wanted)) {
    if (personId === null) continue
    if (present.includes(personId)) same(plan, "performer")
    else {
      here.begin.push({ pointId: point.pointId, personId })
      plan.changes.push({ what: "added", kind: "performer", ...told(ground, point), fields: [{ field: "performer", before: null, after: nameOf(ground, personId) }] })
    }
  }
  for (const personId of present.filter((one) => !wanted.includes(one))) {
    here.end.push({ pointId: point.pointId, personId })
    plan.changes.push({ what: "ended", kind: "performer", ...told(ground, point), fields: [{ field: "performer", before: nameOf(ground, personId), after: null }] })
  }
}

/** People of the unit by address or number, or by a name that only one of them bears. */
function finder({ people }: Ground): (said: string) => string | null {
  const known = new Map<string, string | null>()
  for (const { id, nameZh, nameEn } of people.values()) for (const name of new Set([nameZh, nameEn].map(comparable))) known.set(name, known.has(name) ? null : id)
  for (const { id, email, employeeNumber } of people.values()) for (const sure of [email, ...(employeeNumber ? [employeeNumber] : [])]) known.set(comparable(sure), id)
  return (said) => known.get(comparable(said)) ?? null
}

function say(plan: OwnersPlan, { sheets }: OwnershipContent, row: Row, column: string, message: string, params: ImportProblem["params"] = {}): void {
  plan.problems.push({ message, sheet: sheets.owners?.name, cell: `${sheets.owners?.letters[column] ?? "A"}${row.row}`, params })
}

function same(plan: OwnersPlan, kind: ImportChange["kind"]): void {
  plan.unchanged.set(kind, (plan.unchanged.get(kind) ?? 0) + 1)
}

function told({ unit }: Ground, point: GroundPoint) {
  return { unit: unit.code, code: point.code, zh: point.titleZh, en: point.titleEn ?? point.titleZh }
}

function nameOf(ground: Ground, personId: string): string {
  const person = ground.people.get(personId)
  return person ? (person.nameEn === person.nameZh ? person.nameZh : `${person.nameZh} ${person.nameEn}`) : "…"
}
