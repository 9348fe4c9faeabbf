import type { Tx } from "@/lib/platform/database"

const part = { id: true, round: true, note: true, at: true, recordedBy: true, result: true, since: true } as const

const select = {
  id: true, unitId: true, assessmentId: true, quarter: true, pointId: true, pointVersionId: true, code: true, nodeCode: true,
  frequency: true, nature: true, ownerPersonId: true, status: true, testerPersonId: true, reviewerPersonId: true, round: true,
  highRisk: true, extended: true, conclusion: true, concludedAt: true, reviewedAt: true, signedOffBy: true, signedOffAt: true,
  sealedAt: true, version: true,
  assessment: { select: { status: true } },
  designs: { select: part, orderBy: { id: "asc" } },
  conformities: { select: part, orderBy: { id: "asc" } },
  populations: {
    select: {
      id: true, round: true, source: true, completeness: true, size: true, hash: true, frozenBy: true, frozenAt: true,
      draws: { select: { id: true, method: true, seed: true, size: true, reason: true, extension: true, drawnBy: true, drawnAt: true }, orderBy: { id: "asc" } },
    },
    orderBy: { id: "asc" },
  },
  samples: {
    select: {
      id: true, round: true, ordinal: true,
      draw: { select: { id: true, method: true, extension: true } },
      item: { select: { id: true, ordinal: true, label: true, servedOn: true, versionId: true } },
      judgements: { orderBy: { key: "asc" }, select: { key: true, outcome: true, note: true, judgedBy: true, at: true } },
      exception: { select: { deviation: true, nature: true, reason: true, decidedBy: true, at: true } },
    },
    orderBy: { ordinal: "asc" },
  },
  conclusions: { select: { id: true, round: true, conclusion: true, note: true, concludedBy: true, at: true }, orderBy: { id: "asc" } },
  reviews: { select: { id: true, round: true, outcome: true, notes: true, reviewedBy: true, at: true }, orderBy: { id: "asc" } },
  disagreements: { select: { id: true, text: true, raisedBy: true, raisedAt: true, resolution: true, resolvedBy: true, resolvedAt: true }, orderBy: { id: "asc" } },
} as const

export type PaperRow = NonNullable<Awaited<ReturnType<typeof paperIn>>>

/** A working paper with all its parts, of every round; null where it is not visible. */
export async function paperIn(tx: Tx, id: string) {
  return tx.test.findUnique({ where: { id }, select })
}

/** What stands in the paper's present round. */
export function presentOf(paper: PaperRow) {
  const now = <Part extends { round: number }>(parts: readonly Part[]) => parts.filter((one) => one.round === paper.round)
  return {
    design: now(paper.designs).at(-1) ?? null,
    conformity: now(paper.conformities).at(-1) ?? null,
    population: now(paper.populations).at(-1) ?? null,
    samples: now(paper.samples),
    conclusion: now(paper.conclusions).at(-1) ?? null,
  }
}
export type Present = ReturnType<typeof presentOf>
export type SampleRow = PaperRow["samples"][number]
