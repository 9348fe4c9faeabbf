import { type Standing, standingOf } from "./standing"

type Line = {
  id: string; code: string; nodeCode: string; status: string; quarter: string; frequency: string; conclusion: string | null
  testerPersonId: string | null; reviewerPersonId: string | null
}
export type LineFilter = { node?: string; standing?: Standing; conclusion?: string; tester?: string; reviewer?: string; q?: string; limit: number; cursor?: string }

/** The lines that answer a filter, one page of them; people are named by id, `q` is the beginning of a code. */
export function pageOfLines<One extends Line>(lines: readonly One[], filter: LineFilter): { shown: One[]; total: number; next: string | null } {
  const all = lines.filter((line) => answers(line, filter))
  const from = filter.cursor ? all.findIndex((line) => line.id === filter.cursor) + 1 : 0
  const shown = all.slice(from, from + filter.limit)
  return { shown, total: all.length, next: from + filter.limit < all.length ? (shown.at(-1)?.id ?? null) : null }
}

function answers(line: Line, filter: LineFilter): boolean {
  return (!filter.node || line.nodeCode === filter.node)
    && (!filter.standing || standingOf(line) === filter.standing)
    && (!filter.conclusion || line.conclusion === filter.conclusion)
    && (!filter.tester || line.testerPersonId === filter.tester)
    && (!filter.reviewer || line.reviewerPersonId === filter.reviewer)
    && (!filter.q || line.code.startsWith(filter.q))
}
