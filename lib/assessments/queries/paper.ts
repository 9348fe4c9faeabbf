import { listed, type Told } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"

type Walkthrough = { id: string; round: number; note: string; at: Date; recordedBy: string | null; result: string; since: string | null }
type Draw = { id: string; method: string; seed: string | null; size: number; reason: string | null; extension: boolean; drawnBy: string | null; drawnAt: Date }
type Population = {
  id: string; round: number; source: string; completeness: string; size: number; hash: string; frozenBy: string | null; frozenAt: Date; draws: Draw[]
}
type Judgement = { key: string; outcome: string; note: string | null; judgedBy: string | null; at: Date }
export type SampleRow = {
  id: string; round: number; ordinal: number
  draw: { id: string; method: string; extension: boolean }
  item: { id: string; ordinal: number; label: string; servedOn: Day | null; versionId: string | null }
  judgements: Judgement[]
  exception: { deviation: boolean; nature: string | null; reason: string; decidedBy: string | null; at: Date } | null
}
type Parts = {
  designs: Walkthrough[]; conformities: Walkthrough[]; populations: Population[]; samples: SampleRow[]
  conclusions: { id: string; round: number; conclusion: string; note: string; concludedBy: string | null; at: Date }[]
  reviews: { id: string; round: number; outcome: string; notes: string; reviewedBy: string | null; at: Date }[]
  disagreements: { id: string; text: string; raisedBy: string | null; raisedAt: Date; resolution: string | null; resolvedBy: string | null; resolvedAt: Date | null }[]
}
type Own = {
  id: string; unitId: string; assessmentId: string; quarter: string; pointId: string; pointVersionId: string; code: string; nodeCode: string
  frequency: string; nature: string; ownerPersonId: string | null; status: string; testerPersonId: string | null; reviewerPersonId: string | null; round: number
  highRisk: boolean; extended: boolean; conclusion: string | null; concludedAt: Date | null; reviewedAt: Date | null; signedOffBy: string | null; signedOffAt: Date | null
  sealedAt: Date | null; version: number; assessmentStatus: string
}
export type PaperRow = Own & Parts

// What is judged of the samples comes beside them.
type OfSample = { sampleId: string }
type Asked = Omit<Parts, "samples"> & {
  samples: Omit<SampleRow, "judgements" | "exception">[]
  judgements: (Judgement & OfSample)[]; exceptions: (NonNullable<SampleRow["exception"]> & { id: string })[]
}

/** A working paper with all its parts, of every round; null where it is not visible. */
export async function paperIn(tx: Tx, id: string): Promise<PaperRow | null> {
  const [row] = await tx.$queryRaw<(Own & Told<Asked>)[]>`
    select t.id, t."unitId", t."assessmentId", t.quarter, t."pointId", t."pointVersionId", t.code, t."nodeCode", t.frequency, t.nature, t."ownerPersonId", t.status,
      t."testerPersonId", t."reviewerPersonId", t.round, t."highRisk", t.extended, t.conclusion, t."concludedAt", t."reviewedAt", t."signedOffBy", t."signedOffAt", t."sealedAt", t.version,
      (select a.status from "Assessment" a where a."unitId" = t."unitId" and a.id = t."assessmentId") as "assessmentStatus",
      ${listed("id", Prisma.sql`select id, round, note, at, "recordedBy", result, since from "DesignTest" where ${ofPaper}`)} as designs,
      ${listed("id", Prisma.sql`select id, round, note, at, "recordedBy", result, since from "ConformityTest" where ${ofPaper}`)} as conformities,
      ${listed("id", Prisma.sql`
        select p.id, p.round, p.source, p.completeness, p.size, p.hash, p."frozenBy", p."frozenAt",
          ${listed("id", Prisma.sql`select d.id, d.method, d.seed, d.size, d.reason, d.extension, d."drawnBy", d."drawnAt" from "Draw" d where ${ofPaper} and d."populationId" = p.id`)} as draws
        from "Population" p where ${ofPaper}`)} as populations,
      ${listed("ordinal", samples)} as samples,
      ${listed("key", Prisma.sql`select "sampleId", key, outcome, note, "judgedBy", at from "AttributeJudgement" where ${ofSamples}`)} as judgements,
      ${listed("id", Prisma.sql`select "sampleId" as id, deviation, nature, reason, "decidedBy", at from "ExceptionDecision" where ${ofSamples}`)} as exceptions,
      ${listed("id", Prisma.sql`select id, round, conclusion, note, "concludedBy", at from "TestConclusion" where ${ofPaper}`)} as conclusions,
      ${listed("id", Prisma.sql`select id, round, outcome, notes, "reviewedBy", at from "TestReview" where ${ofPaper}`)} as reviews,
      ${listed("id", Prisma.sql`select id, text, "raisedBy", "raisedAt", resolution, "resolvedBy", "resolvedAt" from "Disagreement" where ${ofPaper}`)} as disagreements
    from "Test" t where t.id = ${id}::uuid`
  return row ? read(row) : null
}

const ofPaper = Prisma.sql`"unitId" = t."unitId" and "testId" = t.id`

// Of all samples in one pass: a plan made while the tables were small would go through all of them for each sample.
const ofSamples = Prisma.sql`"unitId" = t."unitId" and "sampleId" in (select s.id from "Sample" s where s."unitId" = t."unitId" and s."testId" = t.id)`

const samples = Prisma.sql`
  select s.id, s.round, s.ordinal, json_build_object('id', d.id, 'method', d.method, 'extension', d.extension) as draw,
    json_build_object('id', i.id, 'ordinal', i.ordinal, 'label', i.label, 'servedOn', i."servedOn", 'versionId', i."versionId") as item
  from "Sample" s join "Draw" d on d."unitId" = s."unitId" and d.id = s."drawId" join "PopulationItem" i on i."unitId" = s."unitId" and i.id = s."itemId"
  where s."unitId" = t."unitId" and s."testId" = t.id`

function read({ designs, conformities, populations, samples, judgements, exceptions, conclusions, reviews, disagreements, ...own }: Own & Told<Asked>): PaperRow {
  const judged = Map.groupBy(judgements, ({ sampleId }) => sampleId)
  const decided = new Map(exceptions.map(({ id, ...one }) => [id, timed(one)]))
  return {
    ...own, designs: designs.map(timed), conformities: conformities.map(timed), conclusions: conclusions.map(timed), reviews: reviews.map(timed),
    populations: populations.map(({ frozenAt, draws, ...one }) => ({
      ...one, frozenAt: new Date(frozenAt), draws: draws.map(({ drawnAt, ...draw }) => ({ ...draw, drawnAt: new Date(drawnAt) })),
    })),
    samples: samples.map((one) => ({ ...one, judgements: (judged.get(one.id) ?? []).map(({ sampleId: _, ...judgement }) => timed(judgement)), exception: decided.get(one.id) ?? null })),
    disagreements: disagreements.map(({ raisedAt, resolvedAt, ...one }) => ({ ...one, raisedAt: new Date(raisedAt), resolvedAt: resolvedAt === null ? null : new Date(resolvedAt) })),
  }
}

function timed<Part extends { at: string }>(part: Part): Omit<Part, "at"> & { at: Date } {
  return { ...part, at: new Date(part.at) }
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
