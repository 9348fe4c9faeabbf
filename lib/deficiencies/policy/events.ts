import type { Case } from "@/lib/deficiencies/rules/case"
import type { DeficiencyEvent } from "@/lib/deficiencies/rules/transition"
import type { Actor } from "@/lib/platform/actor"
import type { Verdict } from "@/lib/platform/refusal"
import { mayConfirm, mayContest, mayDecideContest, mayReopen } from "./confirmation"
import { mayAcceptRisk, mayClose, mayExpireAcceptance, mayProposeWithdrawal, mayWithdraw } from "./ending"
import { mayDetermine, mayGrade, mayProposeGrade } from "./grading"
import { mayAgreePlan, mayDecideExtension, mayRemedy, mayVerify } from "./remediation"
import { mayDecideRetest, mayStartRetest } from "./retest"

type Policy = (actor: Actor, deficiency: Case) => Verdict

const policies: Record<Exclude<DeficiencyEvent, "register">, Policy> = {
  confirm: mayConfirm,
  contest: mayContest,
  "decide-contest": mayDecideContest,
  "propose-grade": mayProposeGrade,
  grade: mayGrade,
  regrade: mayGrade,
  determine: mayDetermine,
  "agree-plan": mayAgreePlan,
  "start-remediation": mayRemedy,
  "request-extension": mayRemedy,
  "decide-extension": mayDecideExtension,
  "report-implemented": mayRemedy,
  "verify-implementation": mayVerify,
  "reject-implementation": mayVerify,
  "start-retest": mayStartRetest,
  "pass-retest": mayDecideRetest,
  "fail-retest": mayDecideRetest,
  close: mayClose,
  "accept-risk": mayAcceptRisk,
  "expire-acceptance": mayExpireAcceptance,
  "propose-withdrawal": mayProposeWithdrawal,
  withdraw: mayWithdraw,
  reopen: mayReopen,
}

/** Whether this person may do this to this deficiency, whatever its state (domain.md § 5). */
export function mayDo(actor: Actor, event: Exclude<DeficiencyEvent, "register">, deficiency: Case): Verdict {
  return policies[event](actor, deficiency)
}
