"use server"

import { confirmDeficiency, contestDeficiency, decideContest } from "@/lib/deficiencies/commands/confirmation"
import { acceptRisk, closeDeficiency, expireAcceptance, proposeWithdrawal, withdrawDeficiency } from "@/lib/deficiencies/commands/ending"
import { determineGrade, gradeDeficiency, proposeGrade, regradeDeficiency } from "@/lib/deficiencies/commands/grading"
import { rejectImplementation, reportImplemented, verifyImplementation } from "@/lib/deficiencies/commands/implementation"
import { agreePlan, decideExtension, requestExtension, startRemediation } from "@/lib/deficiencies/commands/plan"
import { registerDeficiency, reopenDeficiency } from "@/lib/deficiencies/commands/raise"
import { failRetest, passRetest, startRetest } from "@/lib/deficiencies/commands/retest"
import {
  aboutSchema, acceptRiskSchema, agreePlanSchema, confirmSchema, decideContestSchema, decideExtensionSchema, gradingSchema, reasonSchema,
  registerSchema, reopenSchema, reportImplementedSchema, requestExtensionSchema, verifySchema,
} from "@/lib/deficiencies/schema/inputs"
import { failRetestSchema, passRetestSchema } from "@/lib/deficiencies/schema/samples"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

export async function register(_: FormState, form: FormData): Promise<FormState> {
  return act(form, registerSchema, registerDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=register` })
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return act(form, confirmSchema, confirmDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=confirm` })
}

export async function contest(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reasonSchema, contestDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=contest` })
}

export async function decideTheContest(_: FormState, form: FormData): Promise<FormState> {
  return act(form, decideContestSchema, decideContest, { to: ({ id }) => `/deficiencies/${id}?done=decide-contest` })
}

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return act(form, gradingSchema, proposeGrade, { to: ({ id }) => `/deficiencies/${id}?done=propose-grade` })
}

export async function grade(_: FormState, form: FormData): Promise<FormState> {
  return act(form, gradingSchema, gradeDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=grade` })
}

export async function regrade(_: FormState, form: FormData): Promise<FormState> {
  return act(form, gradingSchema, regradeDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=regrade` })
}

export async function determine(_: FormState, form: FormData): Promise<FormState> {
  return act(form, gradingSchema, determineGrade, { to: ({ id }) => `/deficiencies/${id}?done=determine` })
}

export async function agree(_: FormState, form: FormData): Promise<FormState> {
  return act(form, agreePlanSchema, agreePlan, { to: ({ id }) => `/deficiencies/${id}?done=agree-plan` })
}

export async function start(_: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, startRemediation, { to: ({ id }) => `/deficiencies/${id}?done=start-remediation` })
}

export async function askExtension(_: FormState, form: FormData): Promise<FormState> {
  return act(form, requestExtensionSchema, requestExtension, { to: ({ id }) => `/deficiencies/${id}?done=request-extension` })
}

export async function decideTheExtension(_: FormState, form: FormData): Promise<FormState> {
  return act(form, decideExtensionSchema, decideExtension, { to: ({ id }) => `/deficiencies/${id}?done=decide-extension` })
}

export async function report(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reportImplementedSchema, reportImplemented, { to: ({ id }) => `/deficiencies/${id}?done=report-implemented` })
}

export async function verify(_: FormState, form: FormData): Promise<FormState> {
  return act(form, verifySchema, verifyImplementation, { to: ({ id }) => `/deficiencies/${id}?done=verify-implementation` })
}

export async function reject(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reasonSchema, rejectImplementation, { to: ({ id }) => `/deficiencies/${id}?done=reject-implementation` })
}

export async function beginRetest(_: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, startRetest, { to: ({ id }) => `/deficiencies/${id}?done=start-retest` })
}

export async function pass(_: FormState, form: FormData): Promise<FormState> {
  return act(form, passRetestSchema, passRetest, { to: ({ id }) => `/deficiencies/${id}?done=pass-retest` })
}

export async function fail(_: FormState, form: FormData): Promise<FormState> {
  return act(form, failRetestSchema, failRetest, { to: ({ id }) => `/deficiencies/${id}?done=fail-retest` })
}

export async function close(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reasonSchema, closeDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=close` })
}

export async function accept(_: FormState, form: FormData): Promise<FormState> {
  return act(form, acceptRiskSchema, acceptRisk, { to: ({ id }) => `/deficiencies/${id}?done=accept-risk` })
}

export async function expire(_: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, expireAcceptance, { to: ({ id }) => `/deficiencies/${id}?done=expire-acceptance` })
}

export async function proposeToWithdraw(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reasonSchema, proposeWithdrawal, { to: ({ id }) => `/deficiencies/${id}?done=propose-withdrawal` })
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reasonSchema, withdrawDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=withdraw` })
}

export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reopenSchema, reopenDeficiency, { to: ({ id }) => `/deficiencies/${id}?done=reopen` })
}
