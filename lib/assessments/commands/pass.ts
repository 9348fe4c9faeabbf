import type { Work } from "@/lib/platform/door"
import { refuse } from "@/lib/platform/refusal"
import { barToReviewing, barToTesting, testingRoles } from "../policy"
import { linesByIdIn } from "../queries/lines"
import { peopleOfPapersIn } from "../queries/people"

export type PassedPaper = { id: string; as: "test" | "review"; takerPersonId: string }

/**
 * Papers pass from somebody who leaves to who takes over from them, within a handover, which permits and records. Whoever
 * stands too near a point is refused with its code; a paper that was given to somebody else meanwhile stays theirs.
 */
export async function passPapersWithin({ tx }: Work, from: string, papers: readonly PassedPaper[]): Promise<void> {
  const ids = [...new Set(papers.map(({ id }) => id))]
  if (ids.length === 0) return
  await tx.$queryRaw`select 1 as locked from "Test" where id = any (${ids}::uuid[]) order by id for update`
  for (const line of await linesByIdIn(tx, ids)) {
    const taker = (as: PassedPaper["as"], present: string | null) => (present === from ? papers.find((paper) => paper.id === line.id && paper.as === as)?.takerPersonId : undefined)
    const [tester, reviewer] = [openToTest(line.status) ? taker("test", line.testerPersonId) : undefined, openToReview(line.status) ? taker("review", line.reviewerPersonId) : undefined]
    if (!tester && !reviewer) continue
    const people = (await peopleOfPapersIn(tx, [line])).get(line.id)
    const next = people && { ...people, testerPersonId: tester ?? people.testerPersonId, reviewerPersonId: reviewer ?? people.reviewerPersonId }
    const apart = next && ((tester && barToTesting(tester, next)) || (next.reviewerPersonId && barToReviewing(next.reviewerPersonId, next)))
    if (apart) refuse("separation-of-duties", "assessments.refusals.passApart", { params: { code: line.code }, who: testingRoles })
    await tx.test.update({
      where: { id: line.id }, data: { testerPersonId: tester, reviewerPersonId: reviewer, version: { increment: 1 } }, select: { id: true },
    })
  }
}

const openToTest = (status: string) => status === "assigned" || status === "in-progress"
const openToReview = (status: string) => openToTest(status) || status === "concluded"
