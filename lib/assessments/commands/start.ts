import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { accept, permit, type Result } from "@/lib/platform/refusal"
import { mayTest } from "../policy"
import { stepTest } from "../rules/step"
import type { StartTest } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

/** The tester begins the working paper. */
export async function startTest(actor: Actor, input: StartTest): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.startTest", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "start"))
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, { type: "started", before: { status: paper.status }, after: { status } })
    return moved
  })
}
