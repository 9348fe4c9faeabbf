import { registerWithin } from "@/lib/deficiencies/commands/register"
import { deficienciesOfTestIn } from "@/lib/deficiencies/queries/of-test"
import { occurrencesIn } from "@/lib/evidence/queries/uses"
import { pointVersionIn } from "@/lib/handbook/queries/points"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, permit, type Result } from "@/lib/platform/refusal"
import { mayTest } from "../policy"
import { attributesIn } from "../queries/attributes"
import { earlierTestsIn } from "../queries/earlier"
import { type PaperRow, presentOf } from "../queries/paper"
import { conclusionOf, type DeficiencyKind } from "../rules/conclusion"
import { paperFacts } from "../rules/judged"
import { samplePlan } from "../rules/plan"
import { stepTest } from "../rules/step"
import type { Conclude } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

type Concluded = { id: string; version: number; deficiency: { id: string; number: string } | null }

/**
 * Concludes the paper, as far as it bears the conclusion; *ineffective* registers the deficiency in the same
 * transaction, once for each kind (domain.md § 4 and § 5).
 */
export async function conclude(actor: Actor, input: Conclude): Promise<Result<Concluded>> {
  return asActor(actor, "assessments.conclude", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "conclude"))
    const present = presentOf(paper)
    const plan = samplePlan(paper, await earlierTestsIn(work.tx, paper), present.population?.size ?? 0)
    const keys = (await attributesIn(work.tx, paper.pointVersionId)).map(({ key }) => key)
    const { conclusion, deficiency } = accept(conclusionOf({ ...paperFacts(present, keys, plan), occurrences: present.population?.size === 0 ? await occurrencesIn(work.tx, paper) : 0 }, input.conclusion))
    await work.tx.testConclusion.create({
      data: { id: newId(), unitId: paper.unitId, testId: paper.id, round: paper.round, conclusion, note: input.note, concludedBy: actor.personId, at: work.now },
    })
    const raised = deficiency ? await raise(work, paper, deficiency, input.note) : null
    const moved = await movePaper(work, paper, { status, conclusion, concludedAt: work.now })
    await recordOnPaper(work, paper, {
      type: "concluded", before: { status: paper.status }, after: { status, conclusion, deficiency: raised?.number }, why: input.note,
    })
    return { ...moved, deficiency: raised }
  })
}

// A paper that was returned or reopened and fails again keeps the deficiency that it has raised.
async function raise(work: Work, paper: PaperRow, kind: DeficiencyKind, description: string): Promise<{ id: string; number: string }> {
  const raised = await deficienciesOfTestIn(work.tx, paper.unitId, paper.id)
  const standing = raised.find((one) => one.kind === kind && one.status !== "withdrawn")
  if (standing) return { id: standing.id, number: standing.number }
  const point = found(await pointVersionIn(work.tx, paper.pointVersionId))
  return registerWithin(work, {
    unitId: paper.unitId, testId: paper.id, quarter: paper.quarter, kind, pointId: paper.pointId, pointVersionId: paper.pointVersionId,
    title: point.titleZh, description, firstTesterPersonId: paper.testerPersonId,
  })
}
