"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { assignTests } from "./commands/assign"
import { closeAssessment, startReview } from "./commands/close"
import { conclude } from "./commands/conclude"
import { disagree, resolveDisagreement } from "./commands/disagreements"
import { decideException, judgeSample } from "./commands/judgements"
import { openAssessment } from "./commands/open"
import { planAssessment } from "./commands/plan"
import { freezePopulation } from "./commands/population"
import { reopen, returnWithNotes, review } from "./commands/review"
import { drawSamples, extendSample } from "./commands/samples"
import { signOff } from "./commands/sign-off"
import { startTest } from "./commands/start"
import { recordConformity, recordDesign } from "./commands/walkthrough"
import * as schema from "./schema"

const board = ({ id }: { id: string }) => `/assessments/${id}`

export async function planAction(_: FormState, form: FormData) {
  return act(form, schema.planAssessmentSchema, planAssessment, { to: board })
}
export async function openAction(_: FormState, form: FormData) {
  return act(form, schema.assessmentEventSchema, openAssessment, { to: board })
}
export async function startReviewAction(_: FormState, form: FormData) {
  return act(form, schema.assessmentEventSchema, startReview, { to: board })
}
export async function closeAction(_: FormState, form: FormData) {
  return act(form, schema.assessmentEventSchema, closeAssessment, { to: board })
}
export async function assignAction(_: FormState, form: FormData) {
  return act(form, schema.assignTestsSchema, assignTests, { message: "assessments.done.assigned", params: ({ count }) => ({ count }) })
}
export async function signOffAction(_: FormState, form: FormData) {
  return act(form, schema.signOffSchema, signOff, { to: board })
}
export async function startAction(_: FormState, form: FormData) {
  return act(form, schema.startTestSchema, startTest)
}
export async function designAction(_: FormState, form: FormData) {
  return act(form, schema.recordDesignSchema, recordDesign, { message: "common.done.saved" })
}
export async function conformityAction(_: FormState, form: FormData) {
  return act(form, schema.recordConformitySchema, recordConformity, { message: "common.done.saved" })
}
export async function populationAction(_: FormState, form: FormData) {
  return act(form, schema.freezePopulationSchema, freezePopulation, { message: "assessments.done.frozen", params: ({ size }) => ({ size }) })
}
export async function drawAction(_: FormState, form: FormData) {
  return act(form, schema.drawSamplesSchema, drawSamples)
}
export async function extendAction(_: FormState, form: FormData) {
  return act(form, schema.extendSampleSchema, extendSample)
}
export async function judgeAction(_: FormState, form: FormData) {
  const assessment = String(form.get("assessment"))
  return act(form, schema.judgeSampleFormSchema, judgeSample, {
    to: ({ id, next }) => `/assessments/${assessment}/tests/${id}${next ? `?sample=${next}#sample` : "#samples"}`,
  })
}
export async function exceptionAction(_: FormState, form: FormData) {
  return act(form, schema.decideExceptionSchema, decideException, { message: "common.done.saved" })
}
export async function concludeAction(_: FormState, form: FormData) {
  return act(form, schema.concludeSchema, conclude)
}
export async function returnAction(_: FormState, form: FormData) {
  return act(form, schema.returnWithNotesSchema, returnWithNotes)
}
export async function reviewAction(_: FormState, form: FormData) {
  return act(form, schema.reviewSchema, review)
}
export async function disagreeAction(_: FormState, form: FormData) {
  return act(form, schema.disagreeSchema, disagree)
}
export async function resolveAction(_: FormState, form: FormData) {
  return act(form, schema.resolveDisagreementSchema, resolveDisagreement)
}
export async function reopenAction(_: FormState, form: FormData) {
  return act(form, schema.reopenSchema, reopen)
}
