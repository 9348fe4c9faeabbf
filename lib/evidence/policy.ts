import { type StandingUse, usesToCorrect } from "@/lib/evidence/rules/use"
import { type Actor, holds, isProduct, type Text } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

const planners = ["finance-lead", "control-office"] as const
const reviewers = ["evidence-reviewer", "department-head", "finance-lead"] as const

/** Who answers for a point today, and who performs it. */
export type Answering = { owner: string | null; performers: readonly string[]; /** Who acts for them today. */ deputies?: readonly { personId: string; deputyId: string }[] }
export type PointOfUnit = { unitId: string; code: string; answering: Answering; ownerName: Text | null }
export type SubmittedUse = { unitId: string; submittedBy: string | null; performedBy: string | null; answering: readonly Answering[] }

/** The finance lead or the control office plans a quarter; the product does so on their behalf. */
export function mayPlan(actor: Actor, unitId: string): Verdict {
  return isProduct(actor) || holds(actor, unitId, ...planners) ? allowed : forbidden("common.refusals.not-allowed", [...planners])
}

/** Evidence is logged by the point's owner or a performer, or by their deputy for the days (domain.md, "Who uses it"). */
export function maySubmit(actor: Actor, point: PointOfUnit): Verdict {
  if (answers(actor.personId, point.answering) || actsFor(actor.personId, point.answering) !== null) return allowed
  if (!point.answering.owner || !point.ownerName) {
    return { allowed: false, refusal: { code: "not-allowed", message: "evidence.refusals.noOwner", params: { code: point.code }, who: ["finance-lead"] } }
  }
  const name = actor.language === "en" ? (point.ownerName.en ?? point.ownerName.zh) : point.ownerName.zh
  return { allowed: false, refusal: { code: "not-allowed", message: "evidence.refusals.notYours", params: { code: point.code, owner: name } } }
}

/** Accepts and returns: a reviewer, department head or finance lead of the unit, never who logged, performed or answers for it. */
export function mayReview(actor: Actor, use: SubmittedUse): Verdict {
  if (!holds(actor, use.unitId, ...reviewers)) return forbidden("common.refusals.not-allowed", [...reviewers])
  const { personId } = actor
  if (personId === null || personId === use.submittedBy || personId === use.performedBy) {
    return forbidden("evidence.refusals.ownRecord", [...reviewers], "separation-of-duties")
  }
  if (use.answering.some((answering) => answers(personId, answering))) {
    return forbidden("evidence.refusals.ownPoint", [...reviewers], "separation-of-duties")
  }
  return allowed
}

/** Whether somebody reviews evidence in any unit: they are shown what waits for them. */
export function reviewsAnywhere(actor: Actor): boolean {
  return actor.grants.some(({ role }) => reviewers.some((reviewer) => reviewer === role))
}

/** In whose place a deputy acts for a point; null for who answers themselves, and for everybody else. */
export function actsFor(personId: string | null, answering: Answering): string | null {
  if (personId === null || answers(personId, answering)) return null
  return (answering.deputies ?? []).find((one) => one.deputyId === personId && answers(one.personId, answering))?.personId ?? null
}

function answers(personId: string | null, { owner, performers }: Answering): boolean {
  return personId !== null && (owner === personId || performers.includes(personId))
}

type UseToCorrect = StandingUse & { answering: readonly Answering[] }

/** Whether a person may bring a new version: who answers for all its points may; it is asked for when something was returned. */
export function mayCorrect(actor: Actor, uses: readonly UseToCorrect[]): { possible: boolean; wanted: boolean } {
  const open = usesToCorrect(uses)
  const theirs = open.length > 0 && open.every((use) => use.answering.some((answering) => answers(actor.personId, answering) || actsFor(actor.personId, answering) !== null))
  return { possible: theirs, wanted: theirs && open.some((use) => use.status === "returned") }
}

/** Whether a person's first page shows what they owe, even when it is nothing. */
export function logsEvidence(actor: Actor): boolean {
  return actor.grants.some(({ role }) => role === "control-owner" || role === "performer")
}

const overseers = ["finance-lead", "plant-manager", "department-head", "control-office", "chief-accountant", "leadership", "internal-audit"]

/** Whether a person's first page shows how a unit stands as a whole. */
export function overseesUnits(actor: Actor): boolean {
  return actor.grants.some(({ role }) => overseers.includes(role))
}
