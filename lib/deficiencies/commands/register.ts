import { record } from "@/lib/audit/record"
import { confirmationDue } from "@/lib/deficiencies/rules/confirmation"
import type { Cause, Kind, Source } from "@/lib/deficiencies/schema/values"
import { pointVersionIn } from "@/lib/handbook/queries/points"
import { dateOf, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { type Quarter, quarterOf, yearOf } from "@/lib/platform/periods"
import { found } from "@/lib/platform/refusal"
import { calendarOfUnitIn } from "@/lib/units/queries/calendar"
import { ownersIn } from "@/lib/units/queries/owners"
import { departmentsIn } from "@/lib/units/queries/units"

export type Registered = { id: string; number: string }

export type Registration = {
  unitId: string
  pointId: string
  pointVersionId: string
  kind: Kind
  title: string
  description: string
  /** `test` unless told. */
  source?: Source
  testId?: string
  /** Who tested the point; the one who works, when a test raises it. */
  firstTesterPersonId?: string | null
  /** The quarter of the test; otherwise today's. */
  quarter?: Quarter
  financialReporting?: boolean
  cause?: Cause
  /** The closed deficiency that has come back: the event is then `deficiencies.reopened`. */
  predecessor?: { id: string; number: string }
}

/**
 * Registers a deficiency within another command (domain.md § 5): owner and department come from the point, the number
 * 缺-YYYY-NNN from the unit's counter, and five working days are left to confirm it. Records `deficiencies.registered`.
 */
export async function registerWithin(work: Work, given: Registration): Promise<Registered> {
  const { tx, now, actor } = work
  const day = today(now)
  const point = found(await pointVersionIn(tx, given.pointVersionId))
  const department = (await departmentsIn(tx, given.unitId)).find(({ code }) => code === point.department)
  const source = given.source ?? "test"
  const quarter = given.quarter ?? quarterOf(day)
  const number = numbered(yearOf(quarter), await nextNumber(work, given.unitId, "deficiency", yearOf(quarter)))
  const ownerPersonId = (await ownersIn(tx, given.unitId, day)).get(given.pointId) ?? null
  const row = {
    id: newId(), unitId: given.unitId, number, year: yearOf(quarter), quarter, kind: given.kind, source, testId: given.testId ?? null,
    financialReporting: given.financialReporting ?? true, pointId: given.pointId, pointVersionId: given.pointVersionId, pointCode: point.code,
    nodeCode: point.node.code, frequency: point.frequency, nature: point.nature, title: given.title, description: given.description,
    cause: given.cause ?? null, ownerPersonId, departmentId: department?.id ?? null, predecessorId: given.predecessor?.id ?? null,
    firstTesterPersonId: given.firstTesterPersonId === undefined && given.testId ? actor.personId : (given.firstTesterPersonId ?? null),
    registeredBy: actor.personId, registeredAt: now, confirmBy: dateOf(confirmationDue(day, await calendarOfUnitIn(tx, given.unitId))),
  }
  await tx.deficiency.create({ data: row })
  await record(work, {
    type: given.predecessor ? "deficiencies.reopened" : "deficiencies.registered",
    unitId: given.unitId,
    subjects: [{ kind: "deficiency", id: row.id }, { kind: "point", id: row.pointId }, ...(row.testId ? [{ kind: "test" as const, id: row.testId }] : []),
      ...(given.predecessor ? [{ kind: "deficiency" as const, id: given.predecessor.id }] : [])],
    params: { number, point: point.code, ...(given.predecessor ? { predecessor: given.predecessor.number } : {}) },
    after: { status: "registered", kind: row.kind, source, title: row.title, owner: ownerPersonId, quarter, predecessor: row.predecessorId },
  })
  return { id: row.id, number }
}

function numbered(year: number, count: number): string {
  return `缺-${year}-${String(count).padStart(3, "0")}`
}
