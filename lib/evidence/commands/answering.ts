import { actsFor, maySubmit, type PointOfUnit } from "@/lib/evidence/policy"
import { codesIn } from "@/lib/handbook/queries/headings"
import { type Day, dayOf } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { permit, refuse } from "@/lib/platform/refusal"
import { answeringNowIn } from "@/lib/units/queries/ownership"

type Row = { id: string; unitId: string; pointId: string; pointVersionId: string; kind: string; periodStart: Date; dueOn: Date }

export type AnsweredObligation = { id: string; unitId: string; pointId: string; kind: "record" | "register"; periodStart: Day; dueOn: Day; point: PointOfUnit }

/** Obligations of one unit, with who answers for their points; not found if one of them is not there for the actor. */
export async function obligationsToAnswer(work: Work, ids: readonly string[]): Promise<{ unitId: string; day: Day; obligations: AnsweredObligation[] }> {
  const wanted = [...new Set(ids)]
  const rows = await work.tx.$queryRaw<Row[]>`
    select id, "unitId", "pointId", "pointVersionId", kind, "periodStart", "dueOn" from "Obligation" where id = any (${wanted}::uuid[]) order by "periodEnd", id`
  const unitId = rows[0]?.unitId
  // At once, so that the connection does not wait for us between the two.
  const [now, codes] = await Promise.all([
    unitId ? answeringNowIn(work.tx, unitId, [...new Set(rows.map((row) => row.pointId))], work.now) : null, codesIn(work.tx, rows.map((row) => row.pointVersionId)),
  ])
  if (!unitId || !now || rows.length < wanted.length) return refuse("not-found", "common.refusals.not-found")
  if (rows.some((row) => row.unitId !== unitId)) {
    return refuse("invalid", "common.refusals.invalid", { errors: [{ path: "obligationIds", message: "evidence.errors.oneUnit" }] })
  }
  const obligations = rows.map(({ pointVersionId, periodStart, dueOn, kind, ...row }): AnsweredObligation => {
    const { ownerName = null, owner = null, performers = [] } = now.answering.get(row.pointId) ?? {}
    const point = { unitId, code: codes.get(pointVersionId) ?? "", answering: { owner, performers, deputies: now.deputies }, ownerName }
    return { ...row, kind: kind === "register" ? "register" : "record", periodStart: dayOf(periodStart), dueOn: dayOf(dueOn), point }
  })
  return { unitId, day: now.day, obligations }
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
