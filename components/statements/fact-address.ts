import type { FactName } from "@/lib/statements/rules/facts"

type Where = { assessmentId: string; unitId: string }
export type FactAddress = (fact: FactName) => string

const lines: Partial<Record<FactName, string>> = {
  applicable: "?lines=all", tested: "?standing=tested", effective: "?standing=tested&conclusion=effective", ineffective: "?standing=tested&conclusion=ineffective",
  didNotOccur: "?standing=tested&conclusion=did-not-occur", notDue: "?standing=not-due", unfinished: "?standing=unfinished",
}
const grades: Partial<Record<FactName, string>> = {
  materialWeakness: "material-weakness", significantDeficiency: "significant-deficiency", controlDeficiency: "control-deficiency", ungraded: "ungraded",
}

/** Where what a fact counts is listed as it stands now: the lines of the quarter, or the unit's open deficiencies. */
export function factAddress({ assessmentId, unitId }: Where): FactAddress {
  return (fact) => (grades[fact] ? `/deficiencies?unit=${unitId}&status=open&grade=${grades[fact]}` : `/assessments/${assessmentId}${lines[fact] ?? ""}`)
}
