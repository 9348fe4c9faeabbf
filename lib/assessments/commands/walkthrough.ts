import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayTest } from "../policy"
import { earlierTestsIn } from "../queries/earlier"
import type { PaperRow } from "../queries/paper"
import { quartersToRest } from "../rules/plan"
import { stepTest } from "../rules/step"
import type { RecordConformity, RecordDesign } from "../schema"
import type { Work } from "@/lib/platform/door"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

/** The design part: would the control prevent or detect the misstatement, if it ran as described? (domain.md § 4) */
export async function recordDesign(actor: Actor, input: RecordDesign): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.recordDesign", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "record-design"))
    const since = await restingOn(work, paper, "design", input)
    const { result, note } = input
    await work.tx.designTest.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, round: paper.round, result, since, note, recordedBy: actor.personId, at: work.now },
    })
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, { type: "designRecorded", after: { result, since }, why: note })
    return moved
  })
}

/** The conformity part: is practice the same as the handbook? (domain.md § 4) */
export async function recordConformity(actor: Actor, input: RecordConformity): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.recordConformity", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "record-conformity"))
    const since = await restingOn(work, paper, "conformity", input)
    const { result, note } = input
    await work.tx.conformityTest.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, round: paper.round, result, since, note, recordedBy: actor.personId, at: work.now },
    })
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, { type: "conformityRecorded", after: { result, since }, why: note })
    return moved
  })
}

// "No change since Qn" rests on a test of that quarter, in the same year.
async function restingOn(work: Work, paper: PaperRow, part: "design" | "conformity", input: { result: string; since?: string }): Promise<string | null> {
  if (input.result !== "no-change") return null
  const quarters = quartersToRest(part, paper.quarter, await earlierTestsIn(work.tx, paper))
  if (input.since && quarters.includes(input.since)) return input.since
  const message = quarters.length > 0 ? "assessments.errors.sinceOneOf" : "assessments.errors.sinceNone"
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path: "since", message, params: { quarters: quarters.join(", ") } }] })
}
