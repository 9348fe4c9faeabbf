import { type Actor, holds, isProduct, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

const leads: Role[] = ["finance-lead", "control-office"]
export const testingRoles: Role[] = ["tester", "finance-lead", "internal-audit", "control-office"]

/** Who is bound up with a point and its paper, so that duties can be kept apart (domain.md, "Who uses it"). */
export type PaperPeople = {
  unitId: string
  /** The owner frozen at opening, and all since the quarter began. */
  owners: readonly (string | null)[]
  /** All since the quarter began. */
  performers: readonly string[]
  /** Who submitted evidence of the point for the quarter. */
  uploaders: readonly (string | null)[]
  testerPersonId: string | null
  reviewerPersonId: string | null
}

/** Planning and opening: the finance lead, the control office, or the product on the quarter's first day. */
export function mayOpen(actor: Actor, { unitId }: { unitId: string }): Verdict {
  return isProduct(actor) ? allowed : mayLead(actor, { unitId })
}

/** Assigning, moving to review and closing are the finance lead's, or the control office's. */
export function mayLead(actor: Actor, { unitId }: { unitId: string }): Verdict {
  return holds(actor, unitId, ...leads) ? allowed : forbidden("assessments.refusals.not-the-lead", leads)
}

/** Why a person may not test a point; null when nothing stands against it. */
export function barToTesting(personId: string | null, people: PaperPeople): "tester-owns" | "tester-performs" | "tester-uploaded" | null {
  if (people.owners.includes(personId)) return "tester-owns"
  if (personId !== null && people.performers.includes(personId)) return "tester-performs"
  return people.uploaders.includes(personId) ? "tester-uploaded" : null
}

/** Why a person may not review a paper; null when nothing stands against it. */
export function barToReviewing(personId: string | null, people: PaperPeople): "reviewer-tested" | "reviewer-owns" | "reviewer-performs" | null {
  if (personId === people.testerPersonId) return "reviewer-tested"
  if (people.owners.includes(personId)) return "reviewer-owns"
  return personId !== null && people.performers.includes(personId) ? "reviewer-performs" : null
}

/** Only the tester assigned works on a paper, and never the owner, a performer or who uploaded the evidence. */
export function mayTest(actor: Actor, people: PaperPeople): Verdict {
  const bar = barToTesting(actor.personId, people)
  if (actor.personId === null) return forbidden("assessments.refusals.not-the-tester", ["tester"])
  if (bar) return forbidden(`assessments.refusals.${bar}`, ["tester"], "separation-of-duties")
  return actor.personId === people.testerPersonId ? allowed : forbidden("assessments.refusals.not-the-tester", ["tester"])
}

/** Only the reviewer assigned reviews a paper, and never its tester, the owner or a performer. */
export function mayReview(actor: Actor, people: PaperPeople): Verdict {
  const bar = actor.personId === null ? null : barToReviewing(actor.personId, people)
  if (bar) return forbidden(`assessments.refusals.${bar}`, testingRoles, "separation-of-duties")
  const assigned = actor.personId !== null && actor.personId === people.reviewerPersonId
  return assigned ? allowed : forbidden("assessments.refusals.not-the-reviewer", testingRoles)
}

/** A paper is disputed by its tester, its reviewer, the owner, or the lead. */
export function mayDisagree(actor: Actor, people: PaperPeople): Verdict {
  const concerned = [people.testerPersonId, people.reviewerPersonId, ...people.owners]
  if (actor.personId !== null && concerned.includes(actor.personId)) return allowed
  return mayLead(actor, people).allowed ? allowed : forbidden("assessments.refusals.not-concerned", ["tester", "control-owner", "finance-lead"])
}

/** The lead resolves a disagreement, though not one of their own nor about a paper they tested or own. */
export function mayResolve(actor: Actor, people: PaperPeople, raisedBy: string | null): Verdict {
  const verdict = mayLead(actor, people)
  if (!verdict.allowed) return verdict
  const party = [raisedBy, people.testerPersonId, ...people.owners].includes(actor.personId)
  return party ? forbidden("assessments.refusals.own-disagreement", leads, "separation-of-duties") : allowed
}

/** The lead signs a process, unless they tested, own or perform one of its points. */
export function maySignOff(actor: Actor, unitId: string, papers: readonly PaperPeople[]): Verdict {
  const verdict = mayLead(actor, { unitId })
  if (!verdict.allowed) return verdict
  const bound = papers.some((people) => barToReviewing(actor.personId, people) !== null)
  return bound ? forbidden("assessments.refusals.lead-bound", leads, "separation-of-duties") : allowed
}

/** Whose opening of a concluded paper is noted: its reviewer's, and that of who leads and may sign. */
export function marksOpening(actor: Actor, paper: { unitId: string; status: string; reviewerPersonId: string | null }): boolean {
  if (actor.personId === null || !["concluded", "reviewed"].includes(paper.status)) return false
  return actor.personId === paper.reviewerPersonId || mayLead(actor, paper).allowed
}

/** A reviewed paper reopens with the lead's approval, unless they tested it, own or perform its point. */
export function mayReopen(actor: Actor, people: PaperPeople): Verdict {
  const verdict = mayLead(actor, people)
  if (!verdict.allowed) return verdict
  return barToReviewing(actor.personId, people) === null ? allowed : forbidden("assessments.refusals.reopen-bound", leads, "separation-of-duties")
}

export type PaperVerdicts = { assign: Verdict; test: Verdict; review: Verdict; disagree: Verdict; resolve: Verdict; reopen: Verdict }

/** All of the above for one reader and one paper: what its page offers, and why not. */
export function verdictsOn(actor: Actor, people: PaperPeople, disputedBy: string | null): PaperVerdicts {
  return {
    assign: mayLead(actor, people),
    test: mayTest(actor, people),
    review: mayReview(actor, people),
    disagree: mayDisagree(actor, people),
    resolve: mayResolve(actor, people, disputedBy),
    reopen: mayReopen(actor, people),
  }
}
