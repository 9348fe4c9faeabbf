import { record } from "@/lib/audit/record"
import { mayAnswer, mayJudge } from "@/lib/change-requests/policy"
import { requestIn, type RequestRow } from "@/lib/change-requests/queries/requests"
import type { Wording } from "@/lib/change-requests/rules/fields"
import { step, type ChangeRequestState } from "@/lib/change-requests/rules/lifecycle"
import type { SayRequest, TakeUp } from "@/lib/change-requests/schema"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, fresh, permit, refuse, type Result, type Verdict } from "@/lib/platform/refusal"

type Done = Result<{ id: string }>

/** The company takes a request up: its judge is named from now on. */
export async function takeUpRequest(actor: Actor, input: TakeUp): Promise<Done> {
  return said(actor, { ...input, text: "" }, "take-up", mayJudge)
}

/** Asks the plant something before judging. */
export async function askRequest(actor: Actor, input: SayRequest): Promise<Done> {
  return said(actor, input, "ask", mayJudge)
}

export async function answerRequest(actor: Actor, input: SayRequest): Promise<Done> {
  return said(actor, input, "answer", mayAnswer)
}

/** Declines with the reason; the handbook stays as it is and rules (domain.md § 4, conformity). */
export async function declineRequest(actor: Actor, input: SayRequest): Promise<Done> {
  return said(actor, input, "decline", mayJudge)
}

export async function withdrawRequest(actor: Actor, input: SayRequest): Promise<Done> {
  return said(actor, input, "withdraw", mayAnswer)
}

const happened = {
  "take-up": "change-requests.taken-up", ask: "change-requests.asked", answer: "change-requests.answered", decline: "change-requests.declined", withdraw: "change-requests.withdrawn",
} as const
type Said = keyof typeof happened

async function said(actor: Actor, input: SayRequest, event: Said, may: (actor: Actor, request: RequestRow) => Verdict): Promise<Done> {
  return asActor(actor, `change-requests.${event}`, async (work) => {
    const request = await findForChange(work, input)
    permit(may(actor, request), request)
    const status = accept(step(request.status, event))
    await applyStep(work, request, { status, event, text: input.text })
    await record(work, {
      type: happened[event], unitId: request.unitId, subjects: [{ kind: "change-request", id: request.id }], params: { number: request.number, code: request.code },
      before: { status: request.status }, after: { status }, why: input.text || undefined,
    })
    return { id: request.id }
  })
}

export async function findForChange({ tx }: Work, { id, version }: { id: string; version?: number }): Promise<RequestRow> {
  await tx.$queryRaw`select id from "ChangeRequest" where id = ${id}::uuid for update`
  return fresh(found(await requestIn(tx, id)), version)
}

type Step = { status: ChangeRequestState; event: Said | "accept" | "carry"; text: string; draftId?: string; accepted?: Wording }

/** Moves a request on and keeps what was said with it. */
export async function applyStep({ tx, now, actor }: Work, request: RequestRow, { status, event, text, draftId, accepted }: Step): Promise<void> {
  const { count } = await tx.changeRequest.updateMany({ where: { id: request.id, version: request.version }, data: { status, draftId, accepted, version: { increment: 1 } } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  await tx.changeRequestStep.create({ data: { id: newId(), unitId: request.unitId, requestId: request.id, event, text, by: actor.personId, at: now }, select: { id: true } })
}
