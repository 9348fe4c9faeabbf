import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

type Subject = { unitId: string; unitKind: string }
type Signed = Subject & { signedBy: string | null }

/** Made ready by the finance lead; for the company itself by the control office. */
export function mayPrepare(actor: Actor, statement: Subject): Verdict {
  return only(actor, statement, preparers(statement), "statements.refusals.prepare")
}

/** The facts are taken anew by who prepares and by who is to sign. */
export function mayRefresh(actor: Actor, statement: Subject): Verdict {
  return only(actor, statement, [...preparers(statement), ...signers(statement)], "statements.refusals.refresh")
}

/** Signed, or refused, by the plant manager; for the company itself by its leadership (domain.md, "Who uses it"). */
export function maySign(actor: Actor, statement: Subject): Verdict {
  return only(actor, statement, signers(statement), "statements.refusals.sign")
}

/** The company countersigns by its chief accountant, who is not the one that signed. */
export function mayCountersign(actor: Actor, statement: Signed): Verdict {
  const verdict = only(actor, statement, ["chief-accountant"], "statements.refusals.countersign")
  if (!verdict.allowed) return verdict
  return actor.personId === statement.signedBy ? forbidden("statements.refusals.ownSignature", ["chief-accountant"], "separation-of-duties") : allowed
}

/** Withdrawn by the preparers until it is signed, afterwards by the signer's role or the control office. */
export function mayWithdraw(actor: Actor, statement: Signed): Verdict {
  const who: Role[] = statement.signedBy === null ? preparers(statement) : [...signers(statement), "control-office"]
  return only(actor, statement, who, "statements.refusals.withdraw")
}

/** As whom a person signs here: the role that is printed under the name. */
export function signingRole(actor: Actor, statement: Subject): Role {
  return signers(statement).find((role) => holds(actor, statement.unitId, role)) ?? "plant-manager"
}

function preparers({ unitKind }: Subject): Role[] {
  return unitKind === "company" ? ["finance-lead", "control-office"] : ["finance-lead"]
}

function signers({ unitKind }: Subject): Role[] {
  return unitKind === "company" ? ["leadership"] : ["plant-manager"]
}

function only(actor: Actor, { unitId }: Subject, who: Role[], message: string): Verdict {
  return actor.kind === "person" && holds(actor, unitId, ...who) ? allowed : forbidden(message, who)
}
