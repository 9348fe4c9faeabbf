import { record } from "@/lib/audit/record"
import { wordingFrom } from "@/lib/change-requests/commands/file"
import { applyStep, findForChange } from "@/lib/change-requests/commands/judge"
import { mayJudge } from "@/lib/change-requests/policy"
import type { RequestRow } from "@/lib/change-requests/queries/requests"
import { changeFields, revisePoint, reviseStep, type Wording } from "@/lib/change-requests/rules/fields"
import { step } from "@/lib/change-requests/rules/lifecycle"
import type { AcceptRequest, TakeUp } from "@/lib/change-requests/schema"
import { draftedPointWithin, draftedStepWithin, openDraftWithin, writePointWithin, writeStepWithin, type OpenDraft } from "@/lib/handbook/commands/revise"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { editionIn } from "@/lib/handbook/queries/editions"
import { isDraft } from "@/lib/handbook/rules/edition"
import { companyIn } from "@/lib/handbook/queries/company"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { frequencies } from "@/lib/platform/periods"
import { accept, found, permit, refuse, type Result } from "@/lib/platform/refusal"

/**
 * Accepts a request with the wording as the company wants it, and writes it into the open draft, or into a new one that
 * begins as the edition in force: what is accepted goes into the next edition, which names the request (domain.md § 1).
 */
export async function acceptRequest(actor: Actor, input: AcceptRequest): Promise<Result<{ id: string; editionId: string }>> {
  return asActor(actor, "change-requests.accept", async (work) => {
    const request = await findForChange(work, input)
    permit(mayJudge(actor, request), request)
    const status = accept(step(request.status, "accept"))
    const company = found(await companyIn(work.tx))
    permit(mayKeepHandbook(actor, company.id), request)
    const field = changeFields.find((known) => known === request.field) ?? refuse("invalid", "change-requests.errors.field")
    const wording = wordingFrom(field, input)
    const draft = await openDraftWithin(work)
    await writeInto(work, draft, request, wording)
    await applyStep(work, request, { status, event: "accept", text: input.text, draftId: draft.id, accepted: wording })
    await note(work, request, { companyId: company.id, draft, wording, why: input.text, event: "accepted" })
    return { id: request.id, editionId: draft.id }
  })
}

/** Writes an accepted request into the open draft once more: after its draft was discarded, or a workbook wrote over it. */
export async function carryRequest(actor: Actor, input: TakeUp): Promise<Result<{ id: string; editionId: string }>> {
  return asActor(actor, "change-requests.carry", async (work) => {
    const request = await findForChange(work, input)
    permit(mayJudge(actor, request), request)
    const wording = request.accepted ?? refuse("wrong-state", "change-requests.refusals.wrongState")
    const carrier = request.draftId ? await editionIn(work.tx, request.draftId) : null
    // An edition that is under review or published goes on naming what it carries.
    if (carrier && !isDraft(carrier.status)) refuse("wrong-state", "change-requests.refusals.wrongState")
    const company = found(await companyIn(work.tx))
    permit(mayKeepHandbook(actor, company.id), request)
    const draft = await openDraftWithin(work)
    await writeInto(work, draft, request, wording)
    await applyStep(work, request, { status: "accepted", event: "carry", text: "", draftId: draft.id })
    await note(work, request, { companyId: company.id, draft, wording, why: undefined, event: "carried" })
    return { id: request.id, editionId: draft.id }
  })
}

async function writeInto(work: Work, draft: OpenDraft, request: RequestRow, wording: Wording): Promise<void> {
  const known = { positions: draft.content.positions, frequencies }
  if (request.pointId) {
    const { row, content } = await draftedPointWithin(work, draft.id, request.pointId)
    await writePointWithin(work, row, accept(revisePoint(content, request.field, wording, known)))
    return
  }
  const { id, content } = await draftedStepWithin(work, draft.id, request.code)
  await writeStepWithin(work, draft.id, id, accept(reviseStep(content, request.field, wording, known)))
}

type Noted = { companyId: string; draft: OpenDraft; wording: Wording; why: string | undefined; event: "accepted" | "carried" }

// The plant's trail says what became of its request, the company's what changed in its draft; in the order of the units' ids.
async function note(work: Work, request: RequestRow, { companyId, draft, wording, why, event }: Noted): Promise<void> {
  const params = { number: request.number, code: request.code, edition: draft.number }
  const subjects = [{ kind: "change-request" as const, id: request.id }]
  const entries = [
    { type: `change-requests.${event}` as const, unitId: request.unitId, subjects, params, before: { status: request.status }, after: { [request.field]: wording }, why },
    ...(companyId === request.unitId ? [] : [{ type: "handbook.draft-revised" as const, unitId: companyId, subjects: [...subjects, { kind: "edition" as const, id: draft.id }], params, before: { [request.field]: request.present }, after: { [request.field]: wording }, why }]),
  ]
  for (const entry of entries.toSorted((one, other) => one.unitId.localeCompare(other.unitId))) await record(work, entry)
}
