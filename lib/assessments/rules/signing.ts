import { change, type Outcome, refused } from "@/lib/platform/refusal"
import { drawOrdinals } from "./draw"
import { listed } from "./listed"

export type SigningPaper = {
  id: string
  code: string
  status: string
  due: boolean
  conclusion: string | null
  highRisk: boolean
  extended: boolean
  judgemental: boolean
  disputed: boolean
  openDispute: boolean
}

export type Reading = { id: string; code: string; why: "ineffective" | "high-risk" | "extended" | "judgemental" | "disputed" | "drawn" }

/**
 * The papers that the lead has to open before signing a process: every ineffective, high-risk, extended, judgemental or
 * disputed one, and a tenth of the rest, at least one, drawn by the product from `seed` (domain.md § 4).
 */
export function readingsOf(papers: readonly SigningPaper[], seed: string): Reading[] {
  const due = papers.filter((paper) => paper.due && paper.status === "reviewed").sort((a, b) => (a.code < b.code ? -1 : 1))
  const reasons = due.flatMap((paper): Reading[] => {
    const why = reasonFor(paper)
    return why ? [{ id: paper.id, code: paper.code, why }] : []
  })
  const rest = due.filter((paper) => !reasonFor(paper))
  const drawn = drawOrdinals(rest.map((_, place) => place), Math.ceil(rest.length / 10), seed)
  const chosen = rest.filter((_, place) => drawn.includes(place)).map(({ id, code }): Reading => ({ id, code, why: "drawn" }))
  return [...reasons, ...chosen].sort((a, b) => (a.code < b.code ? -1 : 1))
}

function reasonFor(paper: SigningPaper): Reading["why"] | null {
  if (paper.conclusion === "ineffective") return "ineffective"
  if (paper.highRisk) return "high-risk"
  if (paper.extended) return "extended"
  if (paper.judgemental) return "judgemental"
  return paper.disputed ? "disputed" : null
}

/** Which papers a signature covers: all reviewed ones of the process, none left behind, each required one opened. */
export function maySignOff(papers: readonly SigningPaper[], seed: string, opened: readonly string[]): Outcome<string[]> {
  const codes = (some: readonly { code: string }[]) => listed(some.map(({ code }) => code))
  const unfinished = papers.filter((paper) => paper.due && !["reviewed", "signed-off"].includes(paper.status))
  if (unfinished.length > 0) return refused("wrong-state", "assessments.refusals.papers-not-reviewed", { params: codes(unfinished) })
  const disputed = papers.filter((paper) => paper.openDispute)
  if (disputed.length > 0) return refused("wrong-state", "assessments.refusals.disagreements-open", { params: codes(disputed) })
  const reviewed = papers.filter((paper) => paper.due && paper.status === "reviewed")
  if (reviewed.length === 0) return refused("wrong-state", "assessments.refusals.nothing-to-sign")
  const unread = readingsOf(papers, seed).filter((reading) => !opened.includes(reading.id))
  if (unread.length === 0) return change(reviewed.map((paper) => paper.id))
  const message = "assessments.refusals.papers-unread"
  return refused("wrong-state", message, { params: codes(unread) })
}
