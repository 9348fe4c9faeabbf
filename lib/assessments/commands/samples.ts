import { randomBytes } from "node:crypto"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayTest } from "../policy"
import { attributesIn } from "../queries/attributes"
import { earlierTestsIn } from "../queries/earlier"
import { itemsIn, type PopulationItemRow } from "../queries/items"
import { type PaperRow, presentOf } from "../queries/paper"
import { drawOrdinals } from "../rules/draw"
import { findingOf } from "../rules/exceptions"
import { paperFacts } from "../rules/judged"
import { samplePlan } from "../rules/plan"
import { stepTest } from "../rules/step"
import type { DrawSamples, ExtendSample } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

type Drawn = { id: string; version: number; seed: string | null; size: number }

/** Draws the samples from the frozen population: at random with a recorded seed, or by judgement with a reason (domain.md § 4). */
export async function drawSamples(actor: Actor, input: DrawSamples): Promise<Result<Drawn>> {
  return asActor(actor, "assessments.drawSamples", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "draw-samples"))
    const { population, samples } = presentOf(paper)
    if (!population || population.size === 0) return refuse("wrong-state", `assessments.refusals.${population ? "population-empty" : "population-missing"}`)
    if (samples.length > 0) refuse("wrong-state", "assessments.refusals.drawn-already")
    const items = await itemsIn(work.tx, population.id)
    const required = samplePlan(paper, await earlierTestsIn(work.tx, paper), population.size).quarter
    const drawn = input.method === "random" ? atRandom(items, Math.max(required, input.size ?? 0)) : byJudgement(items, input, required)
    await writeDraw(work, paper, population.id, { ...drawn, method: input.method, reason: input.reason ?? null, extension: false, after: 0 })
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, {
      type: "samplesDrawn", params: { size: drawn.items.length, population: population.size },
      after: { method: input.method, seed: drawn.seed, ordinals: drawn.items.map((item) => item.ordinal), hash: population.hash }, why: input.reason,
    })
    return { ...moved, seed: drawn.seed, size: drawn.items.length }
  })
}

/** Extends the sample once, where random deviations and the frequency allow it: 20 → 40, 25 → 40 (domain.md § 4). */
export async function extendSample(actor: Actor, input: ExtendSample): Promise<Result<Drawn>> {
  return asActor(actor, "assessments.extendSample", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "extend-sample"))
    const present = presentOf(paper)
    const { population, samples } = present
    const plan = samplePlan(paper, await earlierTestsIn(work.tx, paper), population?.size ?? 0)
    const facts = paperFacts(present, (await attributesIn(work.tx, paper.pointVersionId)).map(({ key }) => key), plan)
    if (!population || findingOf(facts.samples, facts.extension) !== "may-extend") return refuse("wrong-state", "assessments.refusals.not-extendable")
    const taken = new Set(samples.map((sample) => sample.item.id))
    const rest = (await itemsIn(work.tx, population.id)).filter((item) => !taken.has(item.id))
    const drawn = atRandom(rest, plan.extension)
    await writeDraw(work, paper, population.id, { ...drawn, method: "random", reason: input.reason, extension: true, after: samples.length })
    const moved = await movePaper(work, paper, { status, extended: true })
    await recordOnPaper(work, paper, {
      type: "sampleExtended", params: { size: drawn.items.length },
      after: { seed: drawn.seed, ordinals: drawn.items.map((item) => item.ordinal), hash: population.hash }, why: input.reason,
    })
    return { ...moved, seed: drawn.seed, size: drawn.items.length }
  })
}

type Picked = { items: PopulationItemRow[]; seed: string | null }

// The seed is the product's: who could choose it could choose the samples.
function atRandom(items: readonly PopulationItemRow[], size: number): Picked {
  const seed = randomBytes(16).toString("hex")
  const ordinals = drawOrdinals(items.map((item) => item.ordinal), size, seed)
  return { seed, items: ordinals.flatMap((ordinal) => items.filter((item) => item.ordinal === ordinal)) }
}

function byJudgement(items: readonly PopulationItemRow[], input: DrawSamples, required: number): Picked {
  const missing = (path: string, message: string) => refuse("invalid", "common.refusals.invalid", { errors: [{ path, message, params: { required } }] })
  if (!input.reason) return missing("reason", "assessments.errors.judgementalReason")
  const picked = items.filter((item) => input.itemIds.includes(item.id))
  if (picked.length !== new Set(input.itemIds).size) return missing("itemIds", "assessments.errors.itemUnknown")
  return picked.length < required ? missing("itemIds", "assessments.errors.tooFewSamples") : { items: picked, seed: null }
}

type Draw = Picked & { method: string; reason: string | null; extension: boolean; after: number }

async function writeDraw(work: Work, paper: PaperRow, populationId: string, draw: Draw): Promise<void> {
  const drawId = newId()
  const { unitId, id: testId, round } = paper
  const { method, seed, reason, extension, items } = draw
  await work.tx.draw.create({
    data: { id: drawId, unitId, testId, populationId, method, seed, size: items.length, reason, extension, drawnBy: work.actor.personId, drawnAt: work.now },
  })
  await work.tx.sample.createMany({
    data: items.map((item, place) => ({ id: newId(), unitId, testId, drawId, itemId: item.id, round, ordinal: draw.after + place + 1 })),
  })
}
