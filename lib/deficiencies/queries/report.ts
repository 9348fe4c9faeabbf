import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import type { Reconciliation, Status } from "@/lib/deficiencies/rules/standing"
import type { GradeOrNone } from "@/lib/deficiencies/schema/values"
import type { ReportFilter } from "@/lib/deficiencies/schema/filter"
import type { Actor, ReachedUnit, Text } from "@/lib/platform/actor"
import { type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { scopeOf } from "./conditions"
import { allIn, countsOf, type ListedDeficiency } from "./list"
import { type DeficiencyRecord, recordIn } from "./record"

export type PlaceCount = Reconciliation & { unit: ReachedUnit; quarter: string; grades: Record<GradeOrNone, number> }
export type DeficiencyReport = {
  day: Day
  reconciliation: Reconciliation
  overdue: number
  matrix: Record<GradeOrNone, Partial<Record<Status, number>>>
  statuses: Status[]
  places: PlaceCount[]
  rows: ListedDeficiency[]
}

/** The deficiency report: by grade and status, by unit and quarter, and each deficiency (domain.md § 6). */
export async function deficiencyReport(actor: Actor, filter: ReportFilter): Promise<DeficiencyReport> {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    return { day, ...summary(await allIn(tx, scopeOf(actor, filter), day), actor, day) }
  })
}

export type ReportRecords = DeficiencyReport & { records: DeficiencyRecord[]; names: Map<string, Text> }

/** The same with every step of each deficiency, for the document and the workbook. */
export async function deficiencyReportInFull(actor: Actor, filter: ReportFilter): Promise<ReportRecords> {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const rows = await allIn(tx, scopeOf(actor, filter), day)
    const records: DeficiencyRecord[] = []
    for (const row of rows) records.push(...[await recordIn(tx, row.id)].filter((record) => record !== null))
    const people = records.flatMap((record) => [
      record.ownerPersonId, record.remediatorPersonId, ...record.gradings.map(({ by }) => by), ...record.implementations.map(({ decidedBy }) => decidedBy),
      ...record.retests.map(({ testerPersonId }) => testerPersonId), ...record.closures.map(({ by }) => by),
    ])
    return { day, ...summary(rows, actor, day), records, names: await namesOf(tx, people) }
  })
}

function summary(rows: ListedDeficiency[], actor: Actor, day: Day): Omit<DeficiencyReport, "day"> {
  const { reconciliation, overdue } = countsOf(rows, day)
  return { reconciliation, overdue, matrix: matrixOf(rows), statuses: deficiencyLifecycle.states.filter((status) => rows.some((row) => row.status === status)), places: placesOf(rows, actor, day), rows }
}

function matrixOf(rows: readonly ListedDeficiency[]): DeficiencyReport["matrix"] {
  const matrix: DeficiencyReport["matrix"] = { "material-weakness": {}, "significant-deficiency": {}, "control-deficiency": {}, ungraded: {} }
  for (const row of rows) {
    const counts = matrix[row.grade ?? "ungraded"]
    counts[row.status] = (counts[row.status] ?? 0) + 1
  }
  return matrix
}

function placesOf(rows: readonly ListedDeficiency[], actor: Actor, day: Day): PlaceCount[] {
  const places = new Map<string, ListedDeficiency[]>()
  for (const row of rows) places.set(`${row.unitId} ${row.quarter}`, [...(places.get(`${row.unitId} ${row.quarter}`) ?? []), row])
  return [...places.values()].flatMap((own) => {
    const [first] = own
    const unit = actor.units?.find(({ id }) => id === first?.unitId)
    if (!first || !unit) return []
    const counted = (grade: GradeOrNone) => own.filter((row) => (row.grade ?? "ungraded") === grade).length
    const counts = { "material-weakness": counted("material-weakness"), "significant-deficiency": counted("significant-deficiency"), "control-deficiency": counted("control-deficiency"), ungraded: counted("ungraded") }
    return [{ ...countsOf(own, day).reconciliation, unit, quarter: first.quarter, grades: counts }]
  }).sort((a, b) => (a.unit.code === b.unit.code ? a.quarter.localeCompare(b.quarter) : a.unit.code.localeCompare(b.unit.code)))
}
