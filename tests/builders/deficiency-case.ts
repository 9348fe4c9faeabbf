import type { Case } from "@/lib/deficiencies/rules/case"
import type { Actor, Role } from "@/lib/platform/actor"

export const plant = { id: "00000000-0000-7000-8000-000000000001", code: "P", kind: "coal", name: { zh: "电厂", en: "Plant" }, parentId: "00000000-0000-7000-8000-000000000000" }
export const company = { id: "00000000-0000-7000-8000-000000000000", code: "HQ", kind: "company", name: { zh: "公司", en: "Company" }, parentId: null }

/** A person with roles at the plant, or, for roles of the company, at the company. */
export function personWith(personId: string, ...roles: Role[]): Actor {
  const ofCompany: Role[] = ["control-office", "chief-accountant", "leadership", "internal-audit"]
  return {
    kind: "person", personId, name: { zh: personId, en: personId }, email: `${personId}@example.com`, language: "zh-CN", homeUnitId: plant.id,
    grants: roles.map((role) => ({ role, unitId: ofCompany.includes(role) ? company.id : plant.id })), units: [company, plant],
    audience: roles.includes("external-auditor") ? ["released"] : ["operating"], demo: false,
  }
}

/** A graded deficiency of a monthly control: owner and remediator are one person. */
export function buildCase(changes: Partial<Case> = {}): Case {
  return {
    id: "00000000-0000-7000-8000-0000000000d1", unitId: plant.id, number: "缺-2026-001", status: "graded", grade: "control-deficiency", cause: "execution",
    pace: { frequency: "monthly", nature: "manual", yearCount: null }, quarter: "2026-Q3", ownerPersonId: "owner", answering: ["owner", "performer"], headPersonId: "head",
    firstTesterPersonId: "tester", remediatorPersonId: "owner", remediedBy: [], confirmBy: "2026-11-27", contestedBy: null, planDueOn: null, extension: null,
    implementation: null, implementedOn: null, retest: null, withdrawalProposedBy: null, withdrawalProposed: false, acceptedUntil: null, ...changes,
  }
}
