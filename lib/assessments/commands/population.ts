import { usesOfPointIn } from "@/lib/evidence/queries/uses"
import type { Actor } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayTest } from "../policy"
import { type PaperRow, presentOf } from "../queries/paper"
import { type PopulationEntry, populationHash } from "../rules/draw"
import { itemsOfList, itemsOfRecords, largestPopulation } from "../rules/population"
import { isRegister } from "../rules/sizes"
import { stepTest } from "../rules/step"
import type { FreezePopulation } from "../schema"
import { about, movePaper, paperForChange, recordOnPaper } from "./paper"

/**
 * Freezes the population: the quarter's accepted records of the point, or a pasted list; with its source and how its
 * completeness was checked. Until samples are drawn it may be frozen anew (domain.md § 4).
 */
export async function freezePopulation(actor: Actor, input: FreezePopulation): Promise<Result<{ id: string; version: number; size: number; hash: string }>> {
  return asActor(actor, "assessments.freezePopulation", async (work) => {
    const { paper, people } = await paperForChange(work, input)
    permit(mayTest(actor, people), about(paper))
    const status = accept(stepTest(paper.status, "freeze-population"))
    const present = presentOf(paper)
    if (present.design?.result === "ineffective") refuse("wrong-state", "assessments.refusals.design-failed")
    if (present.samples.length > 0) refuse("wrong-state", "assessments.refusals.drawn-already")
    const entries = input.from === "list" ? accept(itemsOfList(input.list ?? "", paper.quarter)) : await recordsOf(work, paper)
    const hash = populationHash(entries)
    const populationId = await writePopulation(work, paper, input, entries, hash)
    const moved = await movePaper(work, paper, { status })
    await recordOnPaper(work, paper, {
      type: "populationFrozen", params: { size: entries.length }, after: { populationId, size: entries.length, hash, from: input.from }, why: input.completeness,
    })
    return { ...moved, size: entries.length, hash }
  })
}

async function recordsOf(work: Work, paper: PaperRow): Promise<PopulationEntry[]> {
  const entries = itemsOfRecords(await usesOfPointIn(work.tx, paper), isRegister(paper.frequency))
  return entries.length <= largestPopulation ? entries
    : refuse("invalid", "assessments.errors.listTooLong", { params: { maximum: largestPopulation } })
}

async function writePopulation(work: Work, paper: PaperRow, input: FreezePopulation, entries: PopulationEntry[], hash: string): Promise<string> {
  const id = newId()
  await work.tx.population.create({
    data: {
      id, unitId: paper.unitId, testId: paper.id, round: paper.round, source: input.source, completeness: input.completeness,
      size: entries.length, hash, frozenBy: work.actor.personId, frozenAt: work.now,
    },
  })
  await work.tx.populationItem.createMany({
    data: entries.map(({ servedOn, ...entry }) => ({ id: newId(), unitId: paper.unitId, populationId: id, servedOn: servedOn ? dateOf(servedOn) : null, ...entry })),
  })
  return id
}
