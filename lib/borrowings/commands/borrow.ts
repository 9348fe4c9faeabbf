import { assignWithin } from "@/lib/assessments/commands/assign"
import { testingRoles } from "@/lib/assessments/policy"
import { assessmentIn } from "@/lib/assessments/queries/assessments"
import { linesByIdIn } from "@/lib/assessments/queries/lines"
import { isOpenAssessment } from "@/lib/assessments/rules/lifecycle"
import { record } from "@/lib/audit/record"
import { apply, borrowingForChange, type Changed } from "@/lib/borrowings/commands/change"
import { mayBorrow, mayDecline, mayLend } from "@/lib/borrowings/policy"
import type { BorrowingRow } from "@/lib/borrowings/queries/borrowings"
import { step } from "@/lib/borrowings/rules/lifecycle"
import { isLastDay } from "@/lib/borrowings/rules/standing"
import type { AskTester, BorrowingWithReason, LendTester } from "@/lib/borrowings/schema"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { accept, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { personIn } from "@/lib/units/queries/people"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"

/** A unit asks for a tester for some papers of one assessment; who leads both units names one at once (domain.md, "Who uses it"). */
export async function askTester(actor: Actor, input: AskTester): Promise<Result<Changed>> {
  return asActor(actor, "borrowings.ask", async (work) => {
    const { tx, now } = work
    const ids = [...new Set(input.testIds)]
    const lines = await linesByIdIn(tx, ids)
    const first = found(lines.length === ids.length ? lines[0] : null)
    permit(mayBorrow(actor, first), first)
    if (lines.some((line) => line.assessmentId !== first.assessmentId)) refuse("invalid", "assessments.refusals.one-assessment")
    const assessment = found(await assessmentIn(tx, first.assessmentId))
    if (!isOpenAssessment(assessment.status)) refuse("wrong-state", "borrowings.refusals.notOpen")
    const [day, year] = [today(now), Number(first.quarter.slice(0, 4))]
    if (!isLastDay(input.lastDay, day)) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "lastDay", message: "borrowings.errors.lastDay" }] })
    const number = `借-${year}-${String(await nextNumber(work, first.unitId, "borrowing", year)).padStart(3, "0")}`
    const [id, unitId] = [newId(), first.unitId]
    await tx.borrowing.create({
      data: { id, unitId, number, assessmentId: first.assessmentId, reason: input.reason, lastDay: dateOf(input.lastDay), askedBy: actor.personId, askedAt: now }, select: { id: true },
    })
    await tx.borrowedPaper.createMany({ data: lines.map((line) => ({ id: newId(), unitId, borrowingId: id, testId: line.id, code: line.code })) })
    await record(work, {
      type: "borrowings.asked", unitId, subjects: [{ kind: "borrowing", id }, ...ids.map((test) => ({ kind: "test" as const, id: test }))],
      params: { number, count: ids.length, to: input.lastDay }, after: { papers: lines.map(({ code }) => code), lastDay: input.lastDay }, why: input.reason,
    })
    if (input.personId) return lend(work, await borrowingForChange(work, { id }), input.personId)
    return { id, number, status: "asked", version: 1 }
  })
}

/** Names the tester who is lent: they are given the papers, and see these and nothing else of the unit until the last day. */
export async function lendTester(actor: Actor, input: LendTester): Promise<Result<Changed>> {
  return asActor(actor, "borrowings.lend", async (work) => lend(work, await borrowingForChange(work, input), input.personId))
}

async function lend(work: Work, row: BorrowingRow, personId: string): Promise<Changed> {
  const { tx, now, actor } = work
  permit(mayLend(actor, { unitId: row.unitId, homeUnitId: null }), row)
  const person = found(await personIn(tx, personId))
  permit(mayLend(actor, { unitId: row.unitId, homeUnitId: person.unitId }), row)
  const status = accept(step(row.status, "lend"))
  if (row.lastDay < today(now)) refuse("wrong-state", "borrowings.refusals.late")
  if (!person.active || person.unitId === row.unitId) wrong("ownUnit")
  if (!(await roleHoldersIn(tx, person.unitId, testingRoles, today(now))).includes(person.id)) wrong("noTestingRole")
  const changed = await apply(work, row, status, { personId: person.id, homeUnitId: person.unitId, decidedBy: actor.personId, decidedAt: now })
  await assignWithin(work, { testIds: row.papers.map(({ testId }) => testId), testerPersonId: person.id, reviewerPersonId: undefined, highRisk: undefined, version: undefined })
  for (const unitId of [row.unitId, person.unitId].toSorted()) {
    await record(work, {
      type: unitId === row.unitId ? "borrowings.lent" : "borrowings.lent-away", unitId, subjects: [{ kind: "borrowing", id: row.id }, { kind: "person", id: person.id }],
      params: { number: row.number, name: person.nameZh, nameEn: person.nameEn, count: row.papers.length, to: row.lastDay }, before: { status: row.status }, after: { status, personId: person.id, homeUnitId: person.unitId, lastDay: row.lastDay },
    })
  }
  return changed
}

function wrong(key: string): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path: "personId", message: `borrowings.errors.${key}` }] })
}

/** Nobody can be lent: said with the reason by who could lend. */
export async function declineTester(actor: Actor, input: BorrowingWithReason): Promise<Result<Changed>> {
  return asActor(actor, "borrowings.decline", (work) => finish(work, input, "decline"))
}

/** The unit no longer asks. */
export async function withdrawAsking(actor: Actor, input: BorrowingWithReason): Promise<Result<Changed>> {
  return asActor(actor, "borrowings.withdraw", (work) => finish(work, input, "withdraw"))
}

/** The tester goes back before the last day: from now on they see nothing of the unit; unfinished papers are given to others. */
export async function endBorrowing(actor: Actor, input: BorrowingWithReason): Promise<Result<Changed>> {
  return asActor(actor, "borrowings.end", (work) => finish(work, input, "end"))
}

/** The same within an access review, which permits; false when it has ended already. */
export async function endBorrowingWithin(work: Work, id: string, reason: string): Promise<boolean> {
  const row = await borrowingForChange(work, { id })
  if (row.status !== "lent" || row.lastDay < today(work.now)) return false
  await close(work, row, "end", reason)
  return true
}

const past = { decline: "borrowings.declined", withdraw: "borrowings.withdrawn", end: "borrowings.ended" } as const

async function finish(work: Work, input: BorrowingWithReason, event: keyof typeof past): Promise<Changed> {
  const { actor } = work
  const row = await borrowingForChange(work, input)
  permit(event === "decline" ? mayDecline(actor, row) : mayBorrow(actor, row), row)
  return close(work, row, event, input.reason)
}

async function close(work: Work, row: BorrowingRow, event: keyof typeof past, reason: string): Promise<Changed> {
  const status = accept(step(row.status, event))
  const changed = await apply(work, row, status, { endedBy: work.actor.personId, endedAt: work.now, endReason: reason })
  await record(work, {
    type: past[event], unitId: row.unitId, subjects: [{ kind: "borrowing", id: row.id }, ...(row.personId ? [{ kind: "person" as const, id: row.personId }] : [])],
    params: { number: row.number }, before: { status: row.status }, after: { status }, why: reason,
  })
  return changed
}
