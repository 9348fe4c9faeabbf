import { type Actor, holds, isProduct } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** What a policy knows of an edition: the company it belongs to and who has had a hand in it. */
export type JudgedEdition = { companyId: string; draftedBy: string | null; submittedBy: string | null; importedBy: string[]; isFirst: boolean }

/** The company control office keeps the handbook; a plant may not (domain.md § 1, fixed). The command line may import. */
export function mayKeepHandbook(actor: Actor, companyId: string): Verdict {
  return isProduct(actor) || holds(actor, companyId, "control-office") ? allowed : forbidden("handbook.refusals.office", ["control-office"])
}

/** Whoever had a hand in an edition does not publish it; the product may publish a first one (domain.md § 1). */
export function mayPublish(actor: Actor, edition: JudgedEdition): Verdict {
  if (isProduct(actor)) return edition.isFirst ? allowed : forbidden("handbook.refusals.firstOnly", ["control-office"])
  const office = mayKeepHandbook(actor, edition.companyId)
  return office.allowed ? second(actor, edition) : office
}

/** Returning is the reviewer's too. */
export function mayReturn(actor: Actor, edition: JudgedEdition): Verdict {
  const office = mayKeepHandbook(actor, edition.companyId)
  return office.allowed ? second(actor, edition) : office
}

/** Applicability for one unit is the company control office's to decide, at the unit or above it. */
export function mayOverrideApplicability(actor: Actor, unitId: string): Verdict {
  return isProduct(actor) || holds(actor, unitId, "control-office") ? allowed : forbidden("handbook.refusals.office", ["control-office"])
}

function second(actor: Actor, { draftedBy, submittedBy, importedBy }: JudgedEdition): Verdict {
  const hands = [draftedBy, submittedBy, ...importedBy]
  if (actor.personId === null || !hands.includes(actor.personId)) return allowed
  return forbidden("handbook.refusals.ownDraft", ["control-office"], "separation-of-duties")
}
