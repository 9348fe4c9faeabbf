import { actsFor, maySubmit, type PointOfUnit } from "@/lib/evidence/policy"
import { askAtOnce, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Day } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { permit, refuse } from "@/lib/platform/refusal"
import { answeringNow, dayInUnit, readAnsweringNow } from "@/lib/units/queries/ownership"

type Row = { id: string; unitId: string; pointId: string; kind: string; periodStart: Day; dueOn: Day; code: string | null }

export type AnsweredObligation = { id: string; unitId: string; pointId: string; kind: "record" | "register"; periodStart: Day; dueOn: Day; point: PointOfUnit }

/** Obligations of one unit, with who answers for their points; not found if one of them is not there for the actor. */
export async function obligationsToAnswer(work: Work, ids: readonly string[]): Promise<{ unitId: string; day: Day; obligations: AnsweredObligation[] }> {
  const wanted = [...new Set(ids)]
  const { rows, day, held } = await askAtOnce(work.tx, {
    rows: rowsOf<Row>(Prisma.sql`select id, "unitId", "pointId", kind, "periodStart", "dueOn", (select code from "PointVersion" where id = "pointVersionId") as code from wanted order by "periodEnd", id`),
    day: valueOf<Day | null>(Prisma.sql`select day from unit`),
    held: answeringNow(Prisma.sql`unit`, Prisma.sql`array(select "pointId" from wanted)`),
  }, Prisma.sql`
    with wanted as (select * from "Obligation" where id = any (${wanted}::uuid[])),
    unit as (${dayInUnit(Prisma.sql`(select "unitId" from wanted order by "periodEnd", id limit 1)`, work.now)})`)
  const unitId = rows[0]?.unitId
  if (!unitId || !day || rows.length < wanted.length) return refuse("not-found", "common.refusals.not-found")
  if (rows.some((row) => row.unitId !== unitId)) {
    return refuse("invalid", "common.refusals.invalid", { errors: [{ path: "obligationIds", message: "evidence.errors.oneUnit" }] })
  }
  const now = readAnsweringNow(rows.map((row) => row.pointId), held)
  const obligations = rows.map(({ code, kind, ...row }): AnsweredObligation => {
    const { ownerName = null, owner = null, performers = [] } = now.answering.get(row.pointId) ?? {}
    const point = { unitId, code: code ?? "", answering: { owner, performers, deputies: now.deputies }, ownerName }
    return { ...row, kind: kind === "register" ? "register" : "record", point }
  })
  return { unitId, day, obligations }
}

/** In whose place the actor logs, as their deputy; null for who answers. One record is logged in one person's place. */
export function principalOf({ actor }: Work, obligations: readonly AnsweredObligation[]): string | null {
  const principals = [...new Set(obligations.map(({ point }) => actsFor(actor.personId, point.answering)))]
  if (principals.length > 1) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "obligationIds", message: "evidence.errors.oneWhoIsAway" }] })
  return principals[0] ?? null
}

/** Refuses unless the actor owns or performs every point; the performer who is named must do so for one of them. */
export function permitSubmission({ actor }: Work, obligations: readonly AnsweredObligation[], performedBy: string | undefined): void {
  for (const { id, unitId, point } of obligations) permit(maySubmit(actor, point), { unitId, id })
  const known = obligations.some(({ point: { answering } }) => performedBy === answering.owner || answering.performers.some((one) => one === performedBy))
  if (performedBy !== undefined && !known) {
    refuse("invalid", "common.refusals.invalid", { errors: [{ path: "performedBy", message: "evidence.errors.performedBy" }] })
  }
}
