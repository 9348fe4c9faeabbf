import { yearCountIn } from "@/lib/assessments/queries/year-count"
import { readFrequency } from "@/lib/assessments/rules/due"
import type { Case } from "@/lib/deficiencies/rules/case"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import type { Pace } from "@/lib/deficiencies/rules/retest"
import { causes, gradeSchema } from "@/lib/deficiencies/schema/values"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { readState } from "@/lib/platform/lifecycle"
import { deputisingIn } from "@/lib/units/queries/deputies"
import { answeringIn } from "@/lib/units/queries/ownership"
import { departmentIn } from "@/lib/units/queries/units"
import type { DeficiencyRecord } from "./record"

/** What rules and policies need of a record: where it stands today, and who had a part in it. */
export async function caseIn(tx: Tx, record: DeficiencyRecord, day: Day): Promise<Case> {
  return caseOf(tx, record, day, await departmentIn(tx, record))
}

/** The same where the record's department is known. */
export async function caseOf(tx: Tx, record: DeficiencyRecord, day: Day, department: { headPersonId: string | null } | null): Promise<Case> {
  const answering = (await answeringIn(tx, record.unitId, [record.pointId], day)).get(record.pointId)
  const headDeputies = department?.headPersonId ? await deputisingIn(tx, record.unitId, day, [department.headPersonId]) : []
  return {
    ...standingOf(record),
    pace: await paceIn(tx, record),
    answering: [...(answering?.owner ? [answering.owner] : []), ...(answering?.performers ?? [])],
    headPersonId: department?.headPersonId ?? null,
    headDeputies: headDeputies.map(({ deputyId }) => deputyId),
  }
}

/** How often the deficient control runs; on occurrence as the test's population lets one estimate. */
export async function paceIn(tx: Tx, record: Pick<DeficiencyRecord, "frequency" | "nature" | "testId">): Promise<Pace> {
  const frequency = readFrequency(record.frequency)
  const estimated = frequency === "on-occurrence" && record.testId !== null
  return { frequency, nature: record.nature, yearCount: estimated && record.testId ? await yearCountIn(tx, record.testId) : null }
}

function standingOf(record: DeficiencyRecord): Omit<Case, "pace" | "answering" | "headPersonId" | "headDeputies"> {
  const extension = record.extensions.find(({ granted }) => granted === null)
  const implementation = record.implementations.find(({ outcome }) => outcome === null)
  const retest = record.retests.at(-1)
  const proposal = record.closures.find(({ kind }) => kind === "withdrawal-proposed")
  return {
    id: record.id, unitId: record.unitId, number: record.number, quarter: record.quarter,
    status: readState(deficiencyLifecycle, record.status),
    grade: record.grade === null ? null : gradeSchema.parse(record.grade),
    cause: causes.find((cause) => cause === record.cause) ?? null,
    ownerPersonId: record.ownerPersonId, firstTesterPersonId: record.firstTesterPersonId, remediatorPersonId: record.remediatorPersonId, remediedBy: record.remediedBy,
    confirmBy: dayOf(record.confirmBy),
    contestedBy: record.confirmations.findLast(({ outcome }) => outcome === "contested")?.by ?? null,
    planDueOn: record.planDueOn && dayOf(record.planDueOn),
    extension: extension ? { id: extension.id, requestedBy: extension.requestedBy, dueOn: dayOf(extension.dueOn) } : null,
    implementation: implementation ? { id: implementation.id, reportedBy: implementation.reportedBy, implementedOn: dayOf(implementation.implementedOn) } : null,
    implementedOn: record.implementedOn && dayOf(record.implementedOn),
    retest: retest
      ? { id: retest.id, testerPersonId: retest.testerPersonId, startedOn: today(retest.startedAt), outcome: outcomeOf(retest.outcome) }
      : null,
    withdrawalProposedBy: proposal?.by ?? null,
    withdrawalProposed: proposal !== undefined,
    acceptedUntil: record.acceptedUntil && dayOf(record.acceptedUntil),
  }
}

function outcomeOf(stored: string | null): "passed" | "failed" | null {
  return stored === "passed" || stored === "failed" ? stored : null
}
