import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import type { Result } from "@/lib/platform/refusal"
import { marksOpening } from "../policy"
import { openingsIn } from "../queries/openings"
import { paperForChange, recordOnPaper } from "./paper"

/**
 * Notes that the reviewer or the lead has opened a concluded paper: once for each conclusion. Of everybody else, and of a
 * paper that is not concluded, nothing is noted. The signature of a process reads it (domain.md § 4).
 */
export async function openPaper(actor: Actor, input: { id: string }): Promise<Result<{ id: string; noted: boolean }>> {
  return asActor(actor, "assessments.openPaper", async (work) => {
    const { paper } = await paperForChange(work, input)
    const { personId } = actor
    if (personId === null || !marksOpening(actor, paper)) return { id: paper.id, noted: false }
    if ((await openingsIn(work.tx, paper, personId)).has(paper.id)) return { id: paper.id, noted: false }
    await work.tx.paperOpening.create({ data: { id: newId(), unitId: paper.unitId, testId: paper.id, personId, openedAt: work.now } })
    await recordOnPaper(work, paper, { type: "paperOpened", after: { round: paper.round } })
    return { id: paper.id, noted: true }
  })
}
