import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, type FieldError, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayTest } from "../policy"
import { attributesIn } from "../queries/attributes"
import { presentOf, type SampleRow } from "../queries/paper"
import { evidenceKey } from "../rules/judged"
import { stepTest } from "../rules/step"
import type { DecideException, JudgeSample } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

/** `next` is a sample that has not been judged yet. */
type Judged = { id: string; version: number; next: string | null }

/** Judges a sample attribute by attribute; what was judged before may be judged anew until the conclusion (domain.md § 4). */
export async function judgeSample(actor: Actor, input: JudgeSample): Promise<Result<Judged>> {
  return asActor(actor, "assessments.judgeSample", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "judge-sample"))
    const present = presentOf(paper)
    const sample = found(present.samples.find((one) => one.id === input.sampleId))
    const attributes = await attributesIn(work.tx, paper.pointVersionId)
    const errors = wrongJudgements(input, sample, attributes.map(({ key }) => key))
    if (errors.length > 0) refuse("invalid", "common.refusals.invalid", { errors })
    for (const { key, outcome, note = null } of input.judgements) {
      const judged = { outcome, note, judgedBy: actor.personId, at: work.now }
      await work.tx.attributeJudgement.upsert({
        where: { unitId_sampleId_key: { unitId: paper.unitId, sampleId: sample.id, key } },
        create: { id: newId(), unitId: paper.unitId, sampleId: sample.id, key, ...judged },
        update: judged,
      })
    }
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, {
      type: "sampleJudged", params: { sample: sample.ordinal }, samples: [sample.id],
      before: Object.fromEntries(sample.judgements.map(({ key, outcome }) => [key, outcome])),
      after: Object.fromEntries(input.judgements.map(({ key, outcome }) => [key, outcome])),
    })
    const next = present.samples.find((one) => one.id !== sample.id && one.judgements.length === 0)
    return { ...moved, next: next?.id ?? null }
  })
}

/** Decides an exception by the decision tree: a deviation or none; systematic, deliberate or random (domain.md § 4). */
export async function decideException(actor: Actor, input: DecideException): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.decideException", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "decide-exception"))
    const sample = found(presentOf(paper).samples.find((one) => one.id === input.sampleId))
    if (!sample.judgements.some((judgement) => judgement.outcome === "not-met")) refuse("wrong-state", "assessments.refusals.no-exception")
    const deviation = input.deviation === "yes"
    if (deviation && !input.nature) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "nature", message: "assessments.errors.nature" }] })
    const decided = { deviation, nature: deviation ? (input.nature ?? null) : null, reason: input.reason, decidedBy: actor.personId, at: work.now }
    await work.tx.exceptionDecision.upsert({
      where: { unitId_sampleId: { unitId: paper.unitId, sampleId: sample.id } },
      create: { id: newId(), unitId: paper.unitId, sampleId: sample.id, ...decided },
      update: decided,
    })
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, {
      type: "exceptionDecided", params: { sample: sample.ordinal }, samples: [sample.id],
      before: { deviation: sample.exception?.deviation, nature: sample.exception?.nature }, after: { deviation, nature: decided.nature }, why: input.reason,
    })
    return moved
  })
}

function wrongJudgements(input: JudgeSample, sample: SampleRow, keys: readonly string[]): FieldError[] {
  const unknown = input.judgements.filter(({ key }) => key !== evidenceKey && !keys.includes(key))
  const unplaced = input.judgements.filter(({ key, outcome, note }) => key === evidenceKey && outcome === "met" && !sample.item.versionId && !note)
  return [
    ...unknown.map(({ key }) => ({ path: `outcome-${key}`, message: "assessments.errors.attribute", params: { key } })),
    ...unplaced.map(() => ({ path: `note-${evidenceKey}`, message: "assessments.errors.place" })),
  ]
}
