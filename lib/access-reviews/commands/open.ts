import type { Changed } from "@/lib/access-reviews/commands/change"
import { mayRun } from "@/lib/access-reviews/policy"
import { accessInForce } from "@/lib/access-reviews/queries/freeze"
import { isReviewable } from "@/lib/access-reviews/rules/deciding"
import { accessReviewLifecycle } from "@/lib/access-reviews/rules/lifecycle"
import type { OpenReview } from "@/lib/access-reviews/schema"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { yearOf } from "@/lib/platform/periods"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { unitOf } from "@/lib/units/queries/units"

/** Opens the review of a quarter in each unit: the list of every access in force is frozen as it stands now. All or none. */
export async function openReviews(actor: Actor, input: OpenReview): Promise<Result<{ items: Changed[] }>> {
  return asActor(actor, "access-reviews.open", async (work) => {
    const items: Changed[] = []
    for (const unitId of [...new Set(input.unitIds)].toSorted()) items.push(await openOne(work, unitId, input.quarter))
    return { items }
  })
}

async function openOne(work: Work, unitId: string, quarter: string): Promise<Changed> {
  const { tx, now, actor } = work
  const unit = found(await unitOf(tx, unitId))
  permit(mayRun(actor, { unitId: unit.id }), { unitId: unit.id })
  const day = today(now)
  if (!isReviewable(quarter, day)) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "quarter", message: "access-reviews.errors.notNow" }] })
  await tx.$queryRaw`select id from "Unit" where id = ${unit.id}::uuid for update`
  if ((await tx.accessReview.count({ where: { unitId: unit.id, quarter, status: { not: "cancelled" } } })) > 0) refuse("conflict", "access-reviews.refusals.already")
  const id = newId()
  const number = `权-${yearOf(quarter)}-${String(await nextNumber(work, unit.id, "access-review", yearOf(quarter))).padStart(3, "0")}`
  await tx.accessReview.create({ data: { id, unitId: unit.id, number, quarter, frozenOn: dateOf(day), openedBy: actor.personId, openedAt: now }, select: { id: true } })
  const lines = await accessInForce(work, unit.id)
  await tx.accessReviewLine.createMany({ data: lines.map((line) => ({ id: newId(), unitId: unit.id, reviewId: id, ...line })) })
  await record(work, {
    type: "access-reviews.opened", unitId: unit.id, subjects: [{ kind: "access-review", id }], params: { number, quarter, count: lines.length },
    after: { frozenOn: day, lines: lines.length, warned: lines.filter(({ warnings }) => warnings.length > 0).length },
  })
  return { id, number, status: accessReviewLifecycle.initial, version: 1 }
}
