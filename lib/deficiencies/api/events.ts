import { z } from "zod"
import { confirmDeficiency, contestDeficiency, decideContest } from "@/lib/deficiencies/commands/confirmation"
import { acceptRisk, closeDeficiency, expireAcceptance, proposeWithdrawal, withdrawDeficiency } from "@/lib/deficiencies/commands/ending"
import { determineGrade, gradeDeficiency, proposeGrade, regradeDeficiency } from "@/lib/deficiencies/commands/grading"
import { rejectImplementation, reportImplemented, verifyImplementation } from "@/lib/deficiencies/commands/implementation"
import { agreePlan, decideExtension, requestExtension, startRemediation } from "@/lib/deficiencies/commands/plan"
import { reopenDeficiency } from "@/lib/deficiencies/commands/raise"
import { failRetest, passRetest, startRetest } from "@/lib/deficiencies/commands/retest"
import type { ChangeEvent } from "@/lib/deficiencies/policy/possible"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import {
  aboutSchema, acceptRiskSchema, agreePlanSchema, confirmSchema, decideContestSchema, decideExtensionSchema, gradingSchema, reasonSchema,
  reopenSchema, reportImplementedSchema, requestExtensionSchema, verifySchema,
} from "@/lib/deficiencies/schema/inputs"
import { failRetestSchema, passRetestSchema } from "@/lib/deficiencies/schema/samples"
import type { Actor } from "@/lib/platform/actor"
import { operation, type Operation } from "@/lib/platform/endpoint"

const changed = z.object({ id: z.string(), number: z.string(), status: z.enum(deficiencyLifecycle.states), version: z.number().int() })

function event<Schema extends z.ZodType>(name: ChangeEvent, summary: string, input: Schema, run: (actor: Actor, given: z.output<Schema>) => Promise<unknown>): Operation {
  return operation({ method: "POST", path: `/deficiencies/{id}/${name}`, summary, kind: "change", input, output: changed, run })
}

/** POST /deficiencies/{id}/{event} for every event of a deficiency's life. */
export const eventOperations: Operation[] = [
  event("confirm", "Confirm that it is a deficiency", confirmSchema, confirmDeficiency),
  event("contest", "Contest it, with a reason", reasonSchema, contestDeficiency),
  event("decide-contest", "Decide a contest: confirmed or withdrawn", decideContestSchema, decideContest),
  event("propose-grade", "Propose a grade", gradingSchema, proposeGrade),
  event("grade", "Grade it", gradingSchema, gradeDeficiency),
  event("regrade", "Grade it anew", gradingSchema, regradeDeficiency),
  event("determine", "Finally determine a material weakness", gradingSchema, determineGrade),
  event("agree-plan", "Agree the plan of remediation", agreePlanSchema, agreePlan),
  event("start-remediation", "Start the remediation", aboutSchema, startRemediation),
  event("request-extension", "Ask for a later date", requestExtensionSchema, requestExtension),
  event("decide-extension", "Grant or refuse a later date", decideExtensionSchema, decideExtension),
  event("report-implemented", "Report it as implemented", reportImplementedSchema, reportImplemented),
  event("verify-implementation", "Verify the implementation; the waiting period counts from its day", verifySchema, verifyImplementation),
  event("reject-implementation", "Reject what was reported as implemented", reasonSchema, rejectImplementation),
  event("start-retest", "Start the retest, once the waiting period is over", aboutSchema, startRetest),
  event("pass-retest", "Pass the retest with its samples", passRetestSchema, passRetest),
  event("fail-retest", "Fail the retest; remediation goes on", failRetestSchema, failRetest),
  event("close", "Close after a passed retest", reasonSchema, closeDeficiency),
  event("accept-risk", "Accept the risk until a day", acceptRiskSchema, acceptRisk),
  event("expire-acceptance", "End an acceptance that has run out", aboutSchema, expireAcceptance),
  event("propose-withdrawal", "Propose to withdraw it as mistaken", reasonSchema, proposeWithdrawal),
  event("withdraw", "Withdraw it as mistaken, as the second person", reasonSchema, withdrawDeficiency),
  operation({
    method: "POST", path: "/deficiencies/{id}/reopen", summary: "Register a closed one that has come back as a new, linked deficiency", kind: "change",
    input: reopenSchema, output: z.object({ id: z.string(), number: z.string() }), run: reopenDeficiency,
  }),
]
