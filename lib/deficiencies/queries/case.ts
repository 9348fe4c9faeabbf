import { latestPopulation } from "@/lib/assessments/queries/year-count"
import { readFrequency } from "@/lib/assessments/rules/due"
import { estimateYear } from "@/lib/assessments/rules/sizes"
import type { Case } from "@/lib/deficiencies/rules/case"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import { causes, gradeSchema } from "@/lib/deficiencies/schema/values"
import { type Answers, askAtOnce } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { readState } from "@/lib/platform/lifecycle"
import { deputiesOfHead } from "@/lib/units/queries/deputies"
import { answeringFor } from "@/lib/units/queries/ownership"
import { departmentOf } from "@/lib/units/queries/units"
import type { DeficiencyRecord } from "./record"

/** What rules and policies need of a record: where it stands today, and who had a part in it. */
export async function caseIn(tx: Tx, record: DeficiencyRecord, day: Day): Promise<Case> {
  return caseOf(record, await askAtOnce(tx, partsOf(record, day)))
}

/** What must be asked beside the record itself. */
export function partsOf(record: DeficiencyRecord, day: Day) {
  return {
    department: departmentOf(record), headDeputies: deputiesOfHead(record, day), answering: answeringFor(record, day),
    population: latestPopulation(record.testId),
  }
}

/** The same where all of it was asked. */
export function caseOf(record: DeficiencyRecord, { department, headDeputies, answering, population }: Answers<ReturnType<typeof partsOf>>): Case {
  const frequency = readFrequency(record.frequency)
  return {
    ...standingOf(record),
    pace: { frequency, nature: record.nature, yearCount: frequency === "on-occurrence" && population !== null ? estimateYear([population]) : null },
    answering, headPersonId: department?.headPersonId ?? null, headDeputies,
  }
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
