import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

const leads: Role[] = ["finance-lead", "control-office"]

/** The unit's finance lead asks for a tester, and gives one back. */
export function mayBorrow(actor: Actor, { unitId }: { unitId: string }): Verdict {
  return actor.kind === "person" && holds(actor, unitId, ...leads) ? allowed : forbidden("borrowings.refusals.borrow", leads)
}

/** Lent by who leads the unit that lends as well as the one that borrows: the company's office, in most cases. */
export function mayLend(actor: Actor, { unitId, homeUnitId }: { unitId: string; homeUnitId: string | null }): Verdict {
  const both = actor.kind === "person" && [unitId, ...(homeUnitId ? [homeUnitId] : [])].every((unit) => holds(actor, unit, ...leads))
  return both ? allowed : forbidden("borrowings.refusals.lend", ["control-office"])
}

/** Declined by who could lend: somebody who leads a unit above the one that asks. */
export function mayDecline(actor: Actor, borrowing: { unitId: string }): Verdict {
  return leadsAbove(actor, borrowing) ? allowed : forbidden("borrowings.refusals.lend", ["control-office"])
}

/** Whether somebody may lend at all where this unit asks: they lead a unit above it. */
export function leadsAbove(actor: Actor, { unitId }: { unitId: string }): boolean {
  const parent = actor.units?.find((unit) => unit.id === unitId)?.parentId
  return parent !== null && parent !== undefined && mayLend(actor, { unitId, homeUnitId: parent }).allowed
}
