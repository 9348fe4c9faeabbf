import { uploadersIn } from "@/lib/evidence/queries/uploaders"
import type { Tx } from "@/lib/platform/database"
import { quarterPeriod } from "@/lib/platform/periods"
import { answeredSinceIn } from "@/lib/units/queries/owners"
import type { PaperPeople } from "../policy"

type PaperKey = { id: string; unitId: string; quarter: string; pointId: string; ownerPersonId: string | null; testerPersonId: string | null; reviewerPersonId: string | null }

/** Who is bound up with each of some papers of one unit's quarter, by the paper's id. */
export async function peopleOfPapersIn(tx: Tx, papers: readonly PaperKey[]): Promise<Map<string, PaperPeople>> {
  const [first] = papers
  if (!first) return new Map()
  const since = quarterPeriod(first.quarter).start
  const { owners, performers } = await answeredSinceIn(tx, first.unitId, since, papers.map((paper) => paper.pointId))
  const uploaders = await uploadersIn(tx, first, papers.map((paper) => paper.pointId))
  return new Map(papers.map((paper) => [paper.id, {
    unitId: paper.unitId,
    owners: [paper.ownerPersonId, ...(owners.get(paper.pointId) ?? [])].filter((owner) => owner !== null),
    performers: performers.get(paper.pointId) ?? [],
    uploaders: uploaders.get(paper.pointId) ?? [],
    testerPersonId: paper.testerPersonId,
    reviewerPersonId: paper.reviewerPersonId,
  }]))
}

/** The same for one paper. */
export async function peopleOfPaperIn(tx: Tx, paper: PaperKey): Promise<PaperPeople> {
  const people = (await peopleOfPapersIn(tx, [paper])).get(paper.id)
  if (!people) throw new Error("a paper has its people")
  return people
}
