import type { Facts } from "@/lib/audit/events"
import { record } from "@/lib/audit/record"
import type { Work } from "@/lib/platform/door"
import { found, fresh, type Params, refuse } from "@/lib/platform/refusal"
import type { PaperPeople } from "../policy"
import { paperIn, type PaperRow } from "../queries/paper"
import { peopleOfPaperIn } from "../queries/people"

/** A paper locked until the transaction ends, with who is bound up with it; *not found* where it is not visible. */
export async function paperForChange(work: Work, input: { id: string; version?: number }): Promise<{ paper: PaperRow; people: PaperPeople }> {
  await work.tx.$queryRaw`select 1 as locked from "Test" where id = ${input.id}::uuid for update`
  const paper = fresh(found(await paperIn(work.tx, input.id)), input.version)
  return { paper, people: await peopleOfPaperIn(work.tx, paper) }
}

type Moved = { status: string; conclusion?: string | null; concludedAt?: Date | null; reviewedAt?: Date | null; signedOffBy?: null; signedOffAt?: null; extended?: boolean; round?: number }

/** Moves the paper on, only from the version that was read. */
export async function movePaper(work: Work, paper: PaperRow, data: Moved): Promise<{ id: string; version: number }> {
  const version = paper.version + 1
  const { count } = await work.tx.test.updateMany({ where: { id: paper.id, version: paper.version }, data: { ...data, version } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: paper.id, version }
}

type Happening = { type: string; params?: Params; before?: Facts; after?: Facts; why?: string; samples?: string[] }

/** The one event of a command on a paper. */
export async function recordOnPaper(work: Work, paper: PaperRow, { type, params, samples = [], ...more }: Happening): Promise<void> {
  await record(work, {
    type: `assessments.${type}`,
    unitId: paper.unitId,
    subjects: [
      { kind: "test", id: paper.id },
      { kind: "assessment", id: paper.assessmentId },
      ...samples.map((id) => ({ kind: "sample" as const, id })),
    ],
    params: { code: paper.code, quarter: paper.quarter, ...params },
    ...more,
  })
}

export function about(paper: PaperRow): { unitId: string; id: string } {
  return { unitId: paper.unitId, id: paper.id }
}
