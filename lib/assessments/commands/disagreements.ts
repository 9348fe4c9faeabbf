import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayDisagree, mayResolve } from "../policy"
import { stepTest } from "../rules/step"
import type { Disagree, ResolveDisagreement } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

type Moved = { id: string; version: number }

/** Puts a disagreement on the paper; it blocks signing and closing until it is resolved (domain.md § 4). */
export async function disagree(actor: Actor, input: Disagree): Promise<Result<Moved>> {
  return asActor(actor, "assessments.disagree", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayDisagree(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "disagree"))
    await work.tx.disagreement.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, text: input.text, raisedBy: actor.personId, raisedAt: work.now },
    })
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, { type: "disagreed", why: input.text })
    return moved
  })
}

/** Resolves a disagreement, in words that stay on the paper. Without an id, the oldest that is open. */
export async function resolveDisagreement(actor: Actor, input: ResolveDisagreement): Promise<Result<Moved>> {
  return asActor(actor, "assessments.resolveDisagreement", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    const open = paper.disagreements.find((one) => one.resolvedAt === null && (!input.disagreementId || one.id === input.disagreementId))
    permit(mayResolve(actor, people, open?.raisedBy ?? null), about(paper))
    const status = accept(stepTest(paper.status, "resolve-disagreement"))
    if (!open) return refuse("wrong-state", "assessments.refusals.no-disagreement")
    await work.tx.disagreement.update({
      where: { id: open.id }, data: { resolution: input.resolution, resolvedBy: actor.personId, resolvedAt: work.now }, select: { id: true },
    })
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, { type: "disagreementResolved", before: { text: open.text }, why: input.resolution })
    return moved
  })
}
