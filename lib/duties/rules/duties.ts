/** Every rule that keeps duties apart (domain.md, "Who uses it"), and the refusals by which it shows. `database` says that Postgres refuses it too. */
export const dutyRules = [
  { key: "ownTest", database: true, refusals: ["assessments.refusals.tester-owns", "assessments.refusals.tester-performs", "assessments.refusals.assign-apart", "assessments.refusals.passApart", "handovers.refusals.takerTests", "handovers.refusals.takerBound"] },
  { key: "ownUpload", database: true, refusals: ["assessments.refusals.tester-uploaded"] },
  { key: "ownPaper", database: true, refusals: ["assessments.refusals.reviewer-tested", "assessments.refusals.reviewer-owns", "assessments.refusals.reviewer-performs"] },
  { key: "ownSignOff", database: false, refusals: ["assessments.refusals.lead-bound", "assessments.refusals.reopen-bound", "assessments.refusals.own-disagreement"] },
  { key: "ownRecord", database: true, refusals: ["evidence.refusals.ownRecord", "evidence.refusals.ownPoint"] },
  { key: "ownDeficiency", database: true, refusals: ["deficiencies.refusals.ownPoint", "deficiencies.refusals.ownRemediation", "deficiencies.refusals.secondPerson", "deficiencies.refusals.firstTester", "deficiencies.refusals.retesterRemedies"] },
  { key: "ownDepartment", database: false, refusals: ["deficiencies.refusals.ownDepartment"] },
  { key: "ownEdition", database: true, refusals: ["handbook.refusals.ownDraft"] },
  { key: "ownRequest", database: true, refusals: ["change-requests.refusals.ownRequest"] },
  { key: "ownScope", database: false, refusals: ["scoping.refusals.ownDraft"] },
  { key: "ownSignature", database: false, refusals: ["statements.refusals.ownSignature"] },
  { key: "handover", database: true, refusals: ["handovers.refusals.partyInPlace", "handovers.refusals.partySupervises"] },
  { key: "administrator", database: true, refusals: ["units.refusals.rolesApart", "units.refusals.companyRole", "units.refusals.grantSelf", "units.refusals.closeSelf"] },
  { key: "secondFactor", database: true, refusals: ["access.refusals.removeOwn", "access.refusals.removalTwo"] },
  { key: "accessReview", database: true, refusals: ["access-reviews.refusals.own", "access-reviews.refusals.confirmOwn"] },
  { key: "ownPersonnel", database: true, refusals: ["personnel.refusals.own"] },
] as const

export type DutyKey = (typeof dutyRules)[number]["key"]

/** The rule that a refusal shows; null for one that the database alone refused, which names none. */
export function ruleOf(message: string): DutyKey | null {
  return dutyRules.find(({ refusals }) => refusals.some((refusal) => refusal === message))?.key ?? null
}
