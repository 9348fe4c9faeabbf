import type { Tx } from "@/lib/platform/database"
import { dayOf, type Day } from "@/lib/platform/days"
import type { Quarter } from "@/lib/platform/periods"

/** An accepted record as an item of a population; it belongs to the quarter of the period it serves, not of its date. */
export type AcceptedUse = {
  useId: string
  obligationId: string
  versionId: string
  recordId: string
  number: string
  period: string
  servedOn: Day
  occurred: boolean
  occurredOn: Day | null
  reference: string | null
  count: number | null
  late: boolean
  submittedBy: string | null
}

/** Accepted evidence of one point in one quarter, oldest period first; of each record the newest version that was accepted. */
export async function usesOfPointIn(tx: Tx, { unitId, pointId, quarter }: { unitId: string; pointId: string; quarter: Quarter }): Promise<AcceptedUse[]> {
  const uses = await tx.evidenceUse.findMany({
    where: { unitId, status: { in: ["accepted", "sealed"] }, obligation: { pointId, quarter } },
    orderBy: [{ obligation: { periodEnd: "asc" } }, { version: { version: "desc" } }, { id: "asc" }],
    select: {
      id: true, obligationId: true, versionId: true, late: true,
      obligation: { select: { period: true, periodEnd: true } },
      version: {
        select: {
          recordId: true, occurred: true, occurredOn: true, reference: true, count: true, submittedBy: true,
          record: { select: { number: true } },
        },
      },
    },
  })
  const newest = new Map<string, (typeof uses)[number]>()
  for (const use of uses) {
    const key = `${use.obligationId} ${use.version.recordId}`
    if (!newest.has(key)) newest.set(key, use)
  }
  return [...newest.values()].map(({ id, obligationId, versionId, late, obligation, version }) => ({
    useId: id,
    obligationId,
    versionId,
    late,
    recordId: version.recordId,
    number: version.record.number,
    period: obligation.period,
    servedOn: dayOf(obligation.periodEnd),
    occurred: version.occurred,
    occurredOn: version.occurredOn ? dayOf(version.occurredOn) : null,
    reference: version.reference,
    count: version.count,
    submittedBy: version.submittedBy,
  }))
}
