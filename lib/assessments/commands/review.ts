import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, permit, type Result } from "@/lib/platform/refusal"
import { mayReopen, mayReview } from "../policy"
import { stepTest } from "../rules/step"
import type { Reopen, ReturnWithNotes, Review } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

type Moved = { id: string; version: number }

/** The reviewer signs the paper (domain.md § 4). */
export async function review(actor: Actor, input: Review): Promise<Result<Moved>> {
  return asActor(actor, "assessments.review", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayReview(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "review"))
    await work.tx.testReview.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, round: paper.round, outcome: "reviewed", notes: input.notes ?? "", reviewedBy: actor.personId, at: work.now },
    })
    const moved = await movePaper(work, paper, { status, reviewedAt: work.now })
    await recordOnPaper(work, paper, { type: "reviewed", before: { status: paper.status }, after: { status, conclusion: paper.conclusion }, why: input.notes })
    return moved
  })
}

/** The reviewer sends the paper back with notes; the tester clears them and concludes again. */
export async function returnWithNotes(actor: Actor, input: ReturnWithNotes): Promise<Result<Moved>> {
  return asActor(actor, "assessments.returnWithNotes", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayReview(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "return-with-notes"))
    await work.tx.testReview.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, round: paper.round, outcome: "returned", notes: input.notes, reviewedBy: actor.personId, at: work.now },
    })
    const moved = await movePaper(work, paper, { status, conclusion: null, concludedAt: null })
    await recordOnPaper(work, paper, { type: "returned", before: { status: paper.status, conclusion: paper.conclusion }, after: { status }, why: input.notes })
    return moved
  })
}

/** Opens a reviewed paper again, as a new round with a reason, until the assessment closes (domain.md § 4). */
export async function reopen(actor: Actor, input: Reopen): Promise<Result<Moved>> {
  return asActor(actor, "assessments.reopen", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayReopen(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "reopen"))
    await work.tx.testReview.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, round: paper.round, outcome: "reopened", notes: input.reason, reviewedBy: actor.personId, at: work.now },
    })
    const round = paper.round + 1
    const moved = await movePaper(work, paper, {
      status, round, extended: false, conclusion: null, concludedAt: null, reviewedAt: null, signedOffBy: null, signedOffAt: null,
    })
    await recordOnPaper(work, paper, {
      type: "reopened", params: { round }, before: { status: paper.status, conclusion: paper.conclusion, round: paper.round }, after: { status, round }, why: input.reason,
    })
    return moved
  })
}
