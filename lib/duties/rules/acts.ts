import { mayRun, maySecond } from "@/lib/access-reviews/policy"
import { mayLead, mayOpen, maySignOff, testingRoles } from "@/lib/assessments/policy"
import { mayBorrow, mayLend } from "@/lib/borrowings/policy"
import { mayFile, mayJudge } from "@/lib/change-requests/policy"
import { mayDo } from "@/lib/deficiencies/policy/events"
import { mayRegister } from "@/lib/deficiencies/policy/confirmation"
import type { Case } from "@/lib/deficiencies/rules/case"
import { mayDistribute } from "@/lib/distributions/policy"
import { mayPlan, mayReview } from "@/lib/evidence/policy"
import { mayConduct } from "@/lib/handovers/policy"
import { mayKeepHandbook, mayOverrideApplicability } from "@/lib/handbook/policy"
import { type Actor, type Role, roles } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"
import { mayRelease } from "@/lib/releases/policy"
import { mayApprove, mayScope } from "@/lib/scoping/policy"
import { mayCountersign, mayPrepare, maySign } from "@/lib/statements/policy"
import { mayAssign, mayGrantRole, mayKeepUnit, mayPlacePeople } from "@/lib/units/policy"
import { heldHere } from "@/lib/units/rules"

type Place = { unitId: string; unitKind: string }
type Act = (actor: Actor, place: Place) => Verdict

const [company, plant] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"]
const other = "00000000-0000-7000-8000-000000000009"

/** A deficiency in which whoever asks has no part, so that the answer is the role's alone. */
const uninvolved = (unitId: string): Case => ({
  id: other, unitId, number: "", status: "graded", grade: "control-deficiency", cause: null, pace: { frequency: "monthly", nature: "manual", yearCount: null }, quarter: "2026-Q1",
  ownerPersonId: other, answering: [], headPersonId: null, firstTesterPersonId: other, remediatorPersonId: other, remediedBy: [], confirmBy: "2026-01-31", contestedBy: other,
  planDueOn: null, extension: null, implementation: null, implementedOn: null, retest: null, withdrawalProposedBy: other, withdrawalProposed: false, acceptedUntil: null,
})

/** Everything that a role can be for, each answered by the very policy that guards it. */
const acts = {
  "handbook.keep": (actor, { unitId }) => mayKeepHandbook(actor, unitId),
  "handbook.applicability": (actor, { unitId }) => mayOverrideApplicability(actor, unitId),
  "handbook.propose": (actor, { unitId }) => mayFile(actor, unitId),
  "handbook.judge": (actor, { unitId }) => mayJudge(actor, { unitId, filedBy: other }),
  "handbook.distribute": (actor, { unitId }) => mayDistribute(actor, unitId),
  "scoping.scope": (actor, { unitId }) => mayScope(actor, unitId),
  "scoping.approve": (actor, { unitId }) => mayApprove(actor, { unitId, draftedBy: other, hands: [] }),
  "units.keep": (actor, place) => mayKeepUnit(actor, place),
  "units.grant": (actor, place) => mayGrantRole(actor, { ...place, personId: other, role: "control-owner", held: [] }),
  "units.place": (actor, place) => mayPlacePeople(actor, place),
  "units.assign": (actor, { unitId }) => mayAssign(actor, { unitId, heads: [] }),
  "units.handover": (actor, { unitId }) => mayConduct(actor, { unitId, personId: other, headPersonId: null }),
  "evidence.plan": (actor, { unitId }) => mayPlan(actor, unitId),
  "evidence.review": (actor, { unitId }) => mayReview(actor, { unitId, submittedBy: other, performedBy: other, answering: [] }),
  "assessments.open": (actor, place) => mayOpen(actor, place),
  "assessments.assign": (actor, place) => mayLead(actor, place),
  "assessments.test": (actor) => (actor.grants.some(({ role }) => testingRoles.includes(role)) ? allowed : forbidden("assessments.refusals.not-the-tester", testingRoles)),
  "assessments.signOff": (actor, { unitId }) => maySignOff(actor, unitId, []),
  "deficiencies.inspect": (actor, { unitId }) => mayRegister(actor, unitId, "inspection"),
  "deficiencies.confirm": (actor, { unitId }) => mayDo(actor, "confirm", uninvolved(unitId)),
  "deficiencies.decideContest": (actor, { unitId }) => mayDo(actor, "decide-contest", uninvolved(unitId)),
  "deficiencies.proposeGrade": (actor, { unitId }) => mayDo(actor, "propose-grade", uninvolved(unitId)),
  "deficiencies.grade": (actor, { unitId }) => mayDo(actor, "grade", uninvolved(unitId)),
  "deficiencies.determine": (actor, { unitId }) => mayDo(actor, "determine", uninvolved(unitId)),
  "deficiencies.plan": (actor, { unitId }) => mayDo(actor, "agree-plan", uninvolved(unitId)),
  "deficiencies.verify": (actor, { unitId }) => mayDo(actor, "verify-implementation", uninvolved(unitId)),
  "deficiencies.retest": (actor, { unitId }) => mayDo(actor, "start-retest", uninvolved(unitId)),
  "deficiencies.close": (actor, { unitId }) => mayDo(actor, "close", uninvolved(unitId)),
  "deficiencies.acceptRisk": (actor, { unitId }) => mayDo(actor, "accept-risk", uninvolved(unitId)),
  "deficiencies.withdraw": (actor, { unitId }) => mayDo(actor, "withdraw", uninvolved(unitId)),
  "statements.prepare": (actor, place) => mayPrepare(actor, place),
  "statements.sign": (actor, place) => maySign(actor, place),
  "statements.countersign": (actor, place) => mayCountersign(actor, { ...place, signedBy: other }),
  "access-reviews.run": (actor, place) => mayRun(actor, place),
  "access-reviews.confirm": (actor, { unitId }) => maySecond(actor, { unitId, status: "submitted", openedBy: other, submittedBy: other }),
  "borrowings.borrow": (actor, place) => mayBorrow(actor, place),
  "borrowings.lend": (actor, { unitId }) => mayLend(actor, { unitId, homeUnitId: company }),
  "releases.release": (actor, place) => mayRelease(actor, place),
} as const satisfies Record<string, Act>

export type ActKey = keyof typeof acts
export const actKeys = Object.keys(acts).filter((key): key is ActKey => Object.hasOwn(acts, key))

/** Whether a role, held where it may be held, is good for an act, where the person has no other part in the record. */
export function roleMay(role: Role, act: ActKey): boolean {
  const actor = holder(role)
  return [{ unitId: company, unitKind: "company" }, { unitId: plant, unitKind: "coal" }].some((place) => acts[act](actor, place).allowed)
}

/** What each role may do. */
export function actsByRole(): { role: Role; acts: ActKey[] }[] {
  return roles.map((role) => ({ role, acts: actKeys.filter((act) => roleMay(role, act)) }))
}

// A plant's role reaches the plant, one that only the company has reaches both.
function holder(role: Role): Actor {
  const atPlant = heldHere(role, "coal") && role !== "administrator" && role !== "internal-audit"
  const units = [
    { id: company, code: "C", kind: "company", name: { zh: "", en: null }, parentId: null },
    { id: plant, code: "P", kind: "coal", name: { zh: "", en: null }, parentId: company },
  ]
  return {
    kind: "person", personId: "00000000-0000-7000-8000-000000000003", name: { zh: "", en: null }, email: "", language: "zh-CN", homeUnitId: plant, demo: false,
    grants: [{ unitId: atPlant ? plant : company, role }], units, audience: role === "external-auditor" ? ["released"] : ["operating"],
  }
}
