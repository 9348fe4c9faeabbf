import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { takersOf } from "@/lib/handovers/rules/parting"
import { dateOf, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"

/** Who may supervise a handover: the head of the person's department and the unit's finance leads, but who has another part in it. */
export async function supervisorsIn({ tx, now }: Work, handover: HandoverRow): Promise<string[]> {
  const day = dateOf(today(now))
  const leads = await tx.roleGrant.findMany({
    where: { unitId: handover.unitId, role: "finance-lead", withdrawnAt: null, from: { lte: day }, OR: [{ to: null }, { to: { gt: day } }] }, select: { personId: true },
  })
  const parties = new Set([handover.personId, ...takersOf(handover.items), ...handover.signatures.map(({ signedBy }) => signedBy)])
  return [...new Set([...(handover.headPersonId ? [handover.headPersonId] : []), ...leads.map(({ personId }) => personId)])].filter((id) => !parties.has(id))
}
