import { listed, type Told } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dateOf } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"

type Own = {
  id: string; unitId: string; number: string; year: number; quarter: string; kind: string; financialReporting: boolean; source: string; testId: string | null; pointId: string
  pointVersionId: string; pointCode: string; nodeCode: string; frequency: string; nature: string; title: string; description: string; cause: string | null; status: string
  grade: string | null; ownerPersonId: string | null; departmentId: string | null; firstTesterPersonId: string | null; remediatorPersonId: string | null; remediedBy: string[]
  planDueOn: Date | null; implementedOn: Date | null; predecessorId: string | null; registeredBy: string | null; registeredAt: Date; confirmBy: Date; closedAt: Date | null
  acceptedUntil: Date | null; version: number
}
/** What happened to it, each in the order in which it was made. Amounts are texts: JSON would round them. */
type Steps = {
  confirmations: { id: string; outcome: string; reason: string; by: string | null; actedFor: string | null; at: Date }[]
  gradings: {
    id: string; kind: string; grade: string; likelihood: string; magnitude: string | null; presumed: string[]; materialFrom: string | null; reason: string; by: string | null; at: Date
  }[]
  plans: { id: string; actions: string; remediatorPersonId: string; dueOn: Date; agreedBy: string | null; agreedAt: Date }[]
  extensions: {
    id: string; dueOn: Date; reason: string; requestedBy: string | null; requestedAt: Date; granted: boolean | null; decisionNote: string | null; decidedBy: string | null; decidedAt: Date | null
  }[]
  implementations: {
    id: string; implementedOn: Date; note: string; reportedBy: string | null; reportedAt: Date; outcome: string | null; decisionNote: string | null; decidedBy: string | null; decidedAt: Date | null
  }[]
  retests: {
    id: string; testerPersonId: string; implementedOn: Date; required: number; startedAt: Date; outcome: string | null; note: string | null; decidedAt: Date | null
    samples: { id: string; ordinal: number; occurredOn: Date; reference: string; versionId: string | null; passed: boolean; note: string | null }[]
  }[]
  closures: { id: string; kind: string; reason: string; until: Date | null; by: string | null; at: Date }[]
}
export type DeficiencyRecord = Own & Steps

/** A deficiency with every step of its life; null where it is not reached. */
export async function recordIn(tx: Tx, id: string): Promise<DeficiencyRecord | null> {
  const [row] = await tx.$queryRaw<(Own & Told<Steps>)[]>`
    select d.id, d."unitId", d.number, d.year, d.quarter, d.kind, d."financialReporting", d.source, d."testId", d."pointId", d."pointVersionId", d."pointCode", d."nodeCode", d.frequency,
      d.nature, d.title, d.description, d.cause, d.status, d.grade, d."ownerPersonId", d."departmentId", d."firstTesterPersonId", d."remediatorPersonId", d."remediedBy", d."planDueOn",
      d."implementedOn", d."predecessorId", d."registeredBy", d."registeredAt", d."confirmBy", d."closedAt", d."acceptedUntil", d.version,
      ${listed("id", Prisma.sql`select id, outcome, reason, by, "actedFor", at from "DeficiencyConfirmation" where ${ofDeficiency}`)} as confirmations,
      ${listed("id", Prisma.sql`
        select id, kind, grade, likelihood, magnitude::text as magnitude, presumed, "materialFrom"::text as "materialFrom", reason, by, at from "Grading" where ${ofDeficiency}`)} as gradings,
      ${listed("id", Prisma.sql`select id, actions, "remediatorPersonId", "dueOn", "agreedBy", "agreedAt" from "RemediationPlan" where ${ofDeficiency}`)} as plans,
      ${listed("id", Prisma.sql`
        select id, "dueOn", reason, "requestedBy", "requestedAt", granted, "decisionNote", "decidedBy", "decidedAt" from "PlanExtension" where ${ofDeficiency}`)} as extensions,
      ${listed("id", Prisma.sql`
        select id, "implementedOn", note, "reportedBy", "reportedAt", outcome, "decisionNote", "decidedBy", "decidedAt" from "Implementation" where ${ofDeficiency}`)} as implementations,
      ${listed("id", Prisma.sql`
        select r.id, r."testerPersonId", r."implementedOn", r.required, r."startedAt", r.outcome, r.note, r."decidedAt",
          ${listed("ordinal", Prisma.sql`select id, ordinal, "occurredOn", reference, "versionId", passed, note from "RetestSample" where "unitId" = r."unitId" and "retestId" = r.id`)} as samples
        from "Retest" r where ${ofDeficiency}`)} as retests,
      ${listed("id", Prisma.sql`select id, kind, reason, until, by, at from "Closure" where ${ofDeficiency}`)} as closures
    from "Deficiency" d where d.id = ${id}::uuid`
  return row ? { ...row, ...read(row) } : null
}

const ofDeficiency = Prisma.sql`"unitId" = d."unitId" and "deficiencyId" = d.id`

function read({ confirmations, gradings, plans, extensions, implementations, retests, closures }: Told<Steps>): Steps {
  return {
    confirmations: confirmations.map((one) => ({ ...one, at: new Date(one.at) })),
    gradings: gradings.map((one) => ({ ...one, at: new Date(one.at) })),
    plans: plans.map((one) => ({ ...one, dueOn: dateOf(one.dueOn), agreedAt: new Date(one.agreedAt) })),
    extensions: extensions.map((one) => ({ ...one, dueOn: dateOf(one.dueOn), requestedAt: new Date(one.requestedAt), decidedAt: one.decidedAt === null ? null : new Date(one.decidedAt) })),
    implementations: implementations.map((one) => ({
      ...one, implementedOn: dateOf(one.implementedOn), reportedAt: new Date(one.reportedAt), decidedAt: one.decidedAt === null ? null : new Date(one.decidedAt),
    })),
    retests: retests.map((one) => ({
      ...one, implementedOn: dateOf(one.implementedOn), startedAt: new Date(one.startedAt), decidedAt: one.decidedAt === null ? null : new Date(one.decidedAt),
      samples: one.samples.map((sample) => ({ ...sample, occurredOn: dateOf(sample.occurredOn) })),
    })),
    closures: closures.map((one) => ({ ...one, until: one.until === null ? null : dateOf(one.until), at: new Date(one.at) })),
  }
}

/** The same, its row locked until the transaction ends. */
export async function recordForChangeIn(tx: Tx, id: string): Promise<DeficiencyRecord | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from "Deficiency" where id = ${id}::uuid for update`
  return locked.length > 0 ? recordIn(tx, id) : null
}

/** Whether a closed deficiency has come back already and its successor is still open. */
export async function hasOpenSuccessorIn(tx: Tx, { id, unitId }: { id: string; unitId: string }): Promise<boolean> {
  return (await tx.deficiency.count({ where: { unitId, predecessorId: id, status: { notIn: ["closed", "withdrawn"] } } })) > 0
}
