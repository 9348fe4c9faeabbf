import type { Tx } from "@/lib/platform/database"

// In the order of their keys, which is the order they were made in: several may be of one day.
const select = {
  id: true, unitId: true, number: true, year: true, quarter: true, kind: true, financialReporting: true, source: true, testId: true, pointId: true,
  pointVersionId: true, pointCode: true, nodeCode: true, frequency: true, nature: true, title: true, description: true, cause: true, status: true,
  grade: true, ownerPersonId: true, departmentId: true, firstTesterPersonId: true, remediatorPersonId: true, remediedBy: true, planDueOn: true, implementedOn: true,
  predecessorId: true, registeredBy: true, registeredAt: true, confirmBy: true, closedAt: true, acceptedUntil: true, version: true,
  confirmations: { orderBy: { id: "asc" }, select: { id: true, outcome: true, reason: true, by: true, actedFor: true, at: true } },
  gradings: { orderBy: { id: "asc" }, select: { id: true, kind: true, grade: true, likelihood: true, magnitude: true, presumed: true, materialFrom: true, reason: true, by: true, at: true } },
  plans: { orderBy: { id: "asc" }, select: { id: true, actions: true, remediatorPersonId: true, dueOn: true, agreedBy: true, agreedAt: true } },
  extensions: { orderBy: { id: "asc" }, select: { id: true, dueOn: true, reason: true, requestedBy: true, requestedAt: true, granted: true, decisionNote: true, decidedBy: true, decidedAt: true } },
  implementations: { orderBy: { id: "asc" }, select: { id: true, implementedOn: true, note: true, reportedBy: true, reportedAt: true, outcome: true, decisionNote: true, decidedBy: true, decidedAt: true } },
  retests: {
    orderBy: { id: "asc" },
    select: {
      id: true, testerPersonId: true, implementedOn: true, required: true, startedAt: true, outcome: true, note: true, decidedAt: true,
      samples: { orderBy: { ordinal: "asc" }, select: { id: true, ordinal: true, occurredOn: true, reference: true, versionId: true, passed: true, note: true } },
    },
  },
  closures: { orderBy: { id: "asc" }, select: { id: true, kind: true, reason: true, until: true, by: true, at: true } },
} as const

/** A deficiency with every step of its life; null where it is not reached. */
export async function recordIn(tx: Tx, id: string) {
  return tx.deficiency.findUnique({ where: { id }, select })
}

export type DeficiencyRecord = NonNullable<Awaited<ReturnType<typeof recordIn>>>

/** The same, its row locked until the transaction ends. */
export async function recordForChangeIn(tx: Tx, id: string): Promise<DeficiencyRecord | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from "Deficiency" where id = ${id}::uuid for update`
  return locked.length > 0 ? recordIn(tx, id) : null
}

/** Whether a closed deficiency has come back already and its successor is still open. */
export async function hasOpenSuccessorIn(tx: Tx, { id, unitId }: { id: string; unitId: string }): Promise<boolean> {
  return (await tx.deficiency.count({ where: { unitId, predecessorId: id, status: { notIn: ["closed", "withdrawn"] } } })) > 0
}
