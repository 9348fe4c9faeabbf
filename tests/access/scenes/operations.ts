import { distribute } from "@/lib/distributions/commands/give"
import { linesOfIn } from "@/lib/assessments/queries/lines"
import { asReader } from "@/lib/platform/door"
import { matchPage } from "@/lib/handbook/workbook/match-page"
import { gave } from "../../builders/evidence"
import { newcomers } from "./personnel"
import type { SetScene } from "./scene"
import { testedQuarter } from "./assessments"
import { signedStatement } from "./statements"

const under = (path: string, names: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(names).map(([event, action]) => [`POST ${path}${event}`, action]))

const given: SetScene = async ({ people, east }) => {
  gave(await distribute(people.finance, { unitId: east }))
  return {}
}

/** What each operation of the API borrows its scene from: a server action that runs the same command; or a scene of its own. */
export const operationScenes: Record<string, string | SetScene> = {
  ...under("/units", {
    "": "units/units.found", "/{unitId}/departments": "units/units.department", "/{unitId}/positions": "units/units.position", "/{unitId}/holdings": "units/people.hold",
    "/{unitId}/grants": "units/people.grant", "/{unitId}/closing": "units/units.close", "/{unitId}/deputies": "units/people.name", "/{unitId}/monthly-limit": "units/units.limit",
    "/{unitId}/owners": "units/ownership.assign", "/{unitId}/owners/bulk": "units/ownership.assignSeveral", "/{unitId}/owners/by-position": "units/ownership.assignHolders",
    "/{unitId}/performers": "units/ownership.perform", "/{unitId}/distribute": "distributions.give", "/{unitId}/remind": "distributions.writeReminders",
  }),
  ...under("", {
    "/departments/{id}/head": "units/units.head", "/holdings/{id}/end": "units/people.leave", "/people": "access/administration.add", "/people/{personId}/close": "units/people.close",
    "/people/{personId}/department": "units/people.move", "/deputies/{id}/end": "units/people.endNamed", "/grants/{id}/withdraw": "units/people.withdraw", "/ownerships/{id}/void": "units/ownership.voidRow",
    "/performers/{id}/end": "units/ownership.endPerforming", "/distributions/{id}/confirm": "distributions.confirm",
    "/evidence-uses/{id}/accept": "evidence.acceptAction", "/evidence-uses/{id}/return": "evidence.returnAction",
  }),
  ...under("/editions", {
    "": "handbook.begin", "/{id}/submit-for-review": "handbook.submit", "/{id}/waive-fault": "handbook.waive", "/{id}/control-points/{pointId}": "handbook.revise",
    "/{id}/return": "handbook.returnToDraft", "/{id}/publish": "handbook.publish", "/{id}/discard": "handbook.discard",
  }),
  ...under("/assessments", {
    "": "assessments.planAction", "/{id}/open": "assessments.openAction", "/{id}/start-review": "assessments.startReviewAction", "/{id}/close": "assessments.closeAction",
    "/{assessmentId}/sign-off": "assessments.signOffAction",
  }),
  ...under("/tests/{id}", {
    "/start": "assessments.startAction", "/record-design": "assessments.designAction", "/record-conformity": "assessments.conformityAction",
    "/freeze-population": "assessments.populationAction", "/draw-samples": "assessments.drawAction", "/extend-sample": "assessments.extendAction", "/judge-sample": "assessments.judgeAction",
    "/decide-exception": "assessments.exceptionAction", "/conclude": "assessments.concludeAction", "/return-with-notes": "assessments.returnAction", "/review": "assessments.reviewAction",
    "/disagree": "assessments.disagreeAction", "/resolve-disagreement": "assessments.resolveAction", "/reopen": "assessments.reopenAction",
  }),
  "POST /tests/{id}/sign-off": async (stage) => {
    const { id, day } = await testedQuarter(stage)
    const [paper] = await asReader(stage.people.finance, ({ tx }) => linesOfIn(tx, id))
    return { input: { id: paper?.id }, day }
  },
  "POST /tests/{id}/assign": async (stage) => ({
    input: { id: stage.ids.tests, testerPersonId: stage.people.tester.personId, reviewerPersonId: stage.people.tester2.personId }, day: "2026-06-01",
  }),
  ...under("/deficiencies", {
    "": "deficiencies.register", "/{id}/confirm": "deficiencies.confirm", "/{id}/contest": "deficiencies.contest", "/{id}/decide-contest": "deficiencies.decideTheContest",
    "/{id}/propose-grade": "deficiencies.propose", "/{id}/grade": "deficiencies.grade", "/{id}/regrade": "deficiencies.regrade", "/{id}/determine": "deficiencies.determine",
    "/{id}/agree-plan": "deficiencies.agree", "/{id}/start-remediation": "deficiencies.start", "/{id}/request-extension": "deficiencies.askExtension",
    "/{id}/decide-extension": "deficiencies.decideTheExtension", "/{id}/report-implemented": "deficiencies.report", "/{id}/verify-implementation": "deficiencies.verify",
    "/{id}/reject-implementation": "deficiencies.reject", "/{id}/start-retest": "deficiencies.beginRetest", "/{id}/pass-retest": "deficiencies.pass", "/{id}/fail-retest": "deficiencies.fail",
    "/{id}/close": "deficiencies.close", "/{id}/accept-risk": "deficiencies.accept", "/{id}/expire-acceptance": "deficiencies.expire",
    "/{id}/propose-withdrawal": "deficiencies.proposeToWithdraw", "/{id}/withdraw": "deficiencies.withdraw", "/{id}/reopen": "deficiencies.reopen",
  }),
  ...under("/statements", {
    "": "statements.prepare", "/{id}/prepare": "statements.refresh", "/{id}/sign": "statements.sign", "/{id}/countersign": "statements.countersign", "/{id}/refuse": "statements.refuse",
    "/{id}/withdraw": "statements.withdraw",
  }),
  ...under("/engagements", { "": "releases.open", "/{id}/add-member": "releases.join", "/{id}/release": "releases.release", "/{id}/end": "releases.end" }),
  ...under("/change-requests", {
    "": "change-requests.submit", "/{id}/take-up": "change-requests.takeUp", "/{id}/ask": "change-requests.ask", "/{id}/answer": "change-requests.answer",
    "/{id}/accept": "change-requests.approve", "/{id}/decline": "change-requests.decline", "/{id}/withdraw": "change-requests.withdraw", "/{id}/carry": "change-requests.carry",
  }),
  ...under("/scopes", {
    "": "scoping.draft", "/{id}/materiality": "scoping.measure", "/{id}/units": "scoping.decide", "/{id}/accounts": "scoping.keepAccount", "/{id}/risks": "scoping.keepRisk",
    "/{id}/providers": "scoping.keepProvider", "/{id}/remove": "scoping.remove", "/{id}/approve": "scoping.approve", "/{id}/revise": "scoping.revise", "/{id}/discard": "scoping.discard",
  }),
  ...under("/handovers", {
    "": "handovers.open", "/{id}/takers": "handovers.divide", "/{id}/hand-over": "handovers.hand", "/{id}/take-over": "handovers.take", "/{id}/supervise": "handovers.supervise",
    "/{id}/cancel": "handovers.cancel", "/{id}/decline": "handovers.decline",
  }),
  ...under("/access-reviews", {
    "": "access-reviews.open", "/{id}/decide": "access-reviews.decide", "/{id}/submit": "access-reviews.submit", "/{id}/return": "access-reviews.sendBack",
    "/{id}/confirm": "access-reviews.confirm", "/{id}/cancel": "access-reviews.cancel",
  }),
  ...under("/borrowings", {
    "": "borrowings.ask", "/{id}/lend": "borrowings.lend", "/{id}/decline": "borrowings.decline", "/{id}/withdraw": "borrowings.withdraw", "/{id}/end": "borrowings.end",
  }),
  ...under("", {
    "/unit-imports/{id}/confirm": "units/imports.confirmImported", "/units/{unitId}/owners/copy": "units/imports.copy", "/units/{unitId}/fiscal-year": "units/imports.fiscalYear", "/units/{unitId}/holidays": "units/imports.keep",
    "/units/{unitId}/holidays/remove": "units/imports.remove", "/handbook-imports/{id}/confirm": "handbook.confirm", "/handbook-matchings/{id}/remove": "handbook.removeMatching",
  }),
  ...under("/personnel-changes", { "/{id}/dismiss": "personnel.dismiss", "/{id}/carry-out": "personnel.carryOut" }),
  "POST /personnel-changes/compare": ({ east }) => ({ input: { unitId: east, complete: false, name: "名册.xlsx", rows: newcomers } }),
  "POST /handbook-imports/{id}/match": async (stage) => {
    const mapping = { sheets: ["控制矩阵"], row: 2, columns: [], values: {}, fixed: {}, codes: "tidied", rest: "keep" }
    const page = await matchPage(stage.people.office, { id: stage.ids["handbook-imports"] ?? "", query: {}, locale: "en" })
    const columns = (page?.columns ?? []).filter(({ field }) => field !== "").map(({ heading, nth, field }) => ({ heading, nth, field }))
    return { input: { id: stage.ids["handbook-imports"], name: "", mapping: { ...mapping, ...page?.place, columns } } }
  },
  // Lists that somebody was given, and a statement that was signed.
  "GET /distributions": given, "GET /distributions/mine": given,
  "GET /statements/{id}/document": async (stage) => {
    const id = await signedStatement(stage)
    return { input: { id } }
  },
  "POST /control-points/{pointId}/applicability": "handbook.override",
}
