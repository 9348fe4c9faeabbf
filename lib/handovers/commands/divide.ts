import { barToReviewing, barToTesting, testingRoles } from "@/lib/assessments/policy"
import { linesByIdIn } from "@/lib/assessments/queries/lines"
import { peopleOfPapersIn } from "@/lib/assessments/queries/people"
import { record } from "@/lib/audit/record"
import { apply, handoverForChange, type Changed } from "@/lib/handovers/commands/change"
import { tellSigners } from "@/lib/handovers/commands/tell"
import { mayConduct } from "@/lib/handovers/policy"
import { testedByIn } from "@/lib/handovers/queries/belongings"
import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { isDivisible } from "@/lib/handovers/rules/lifecycle"
import { takersOf } from "@/lib/handovers/rules/parting"
import type { Divide } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { permit, refuse, type Result } from "@/lib/platform/refusal"
import { peopleIn } from "@/lib/units/queries/people"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"

type Item = HandoverRow["items"][number]

/** Gives some of what passes on to one taker, until it is handed over: so several people may take over from one. */
export async function divideHandover(actor: Actor, input: Divide): Promise<Result<Changed & { count: number }>> {
  return asActor(actor, "handovers.divide", async (work) => {
    const handover = await handoverForChange(work, input)
    permit(mayConduct(actor, handover), handover)
    if (!isDivisible(handover.status)) refuse("wrong-state", `handovers.refusals.state.${handover.status}`)
    const items = handover.items.filter((item) => (input.itemIds.length > 0 ? input.itemIds.includes(item.id) : item.takerPersonId === null))
    if (items.length === 0 || items.length < input.itemIds.length) wrong("itemIds", "nothingSelected")
    const taker = (await peopleIn(work.tx, handover.unitId, today(work.now))).find(({ id }) => id === input.takerPersonId) ?? wrong("takerPersonId", "takerUnknown")
    if (taker.id === handover.personId) wrong("takerPersonId", "samePerson")
    await checkApart(work, handover.unitId, taker.id, items)
    await work.tx.handoverItem.updateMany({ where: { id: { in: items.map(({ id }) => id) } }, data: { takerPersonId: taker.id } })
    const changed = await apply(work, handover, "opened")
    await record(work, {
      type: "handovers.divided", unitId: handover.unitId, subjects: [{ kind: "handover", id: handover.id }, { kind: "person", id: taker.id }],
      params: { number: handover.number, name: taker.nameZh, nameEn: taker.nameEn, count: items.length },
      before: Object.fromEntries(items.map((item) => [`${item.kind} ${item.code}`, item.takerPersonId])), after: { takerPersonId: taker.id },
    })
    await tellNamed(work, handover, taker.id, items)
    return { ...changed, count: items.length }
  })
}

// Who is to take over is written to at once; who takes over nothing any more too; and the leaver, once everything has its taker.
async function tellNamed(work: Work, before: HandoverRow, takerId: string, items: readonly Item[]): Promise<void> {
  const moved = new Set(items.map(({ id }) => id))
  const kept = new Set(before.items.flatMap((item) => (moved.has(item.id) ? takerId : (item.takerPersonId ?? []))))
  const count = before.items.filter((item) => moved.has(item.id) ? true : item.takerPersonId === takerId).length
  if (items.some(({ takerPersonId }) => takerPersonId !== takerId)) await tellSigners(work, before.id, "named", { count, only: [takerId] })
  const relieved = takersOf(before.items).filter((id) => !kept.has(id))
  if (relieved.length > 0) await tellSigners(work, before.id, "relieved", { only: relieved })
  const wasDivided = before.items.every(({ takerPersonId }) => takerPersonId !== null)
  if (!wasDivided && before.items.every((item) => moved.has(item.id) || item.takerPersonId !== null)) await tellSigners(work, before.id, "divided", { only: [before.personId] })
}

// What completion would refuse is said here, while somebody else can still be chosen.
async function checkApart(work: Work, unitId: string, takerId: string, items: readonly Item[]): Promise<void> {
  const of = (...kinds: string[]) => items.filter(({ kind }) => kinds.includes(kind)).map(({ subjectId }) => subjectId)
  apart(await testedByIn(work.tx, { unitId, personId: takerId }, of("point", "performing")), "takerTests")
  const lines = await linesByIdIn(work.tx, of("test", "review"))
  if (lines.length === 0) return
  if (!(await roleHoldersIn(work.tx, unitId, testingRoles, today(work.now))).includes(takerId)) wrong("takerPersonId", "takerNoTester")
  const tests = new Set(of("test"))
  const barred: string[] = []
  for (const line of lines) {
    const people = (await peopleOfPapersIn(work.tx, [line])).get(line.id)
    const bar = people && (tests.has(line.id) ? barToTesting(takerId, people) ?? (takerId === people.reviewerPersonId ? "reviews" : null) : barToReviewing(takerId, people))
    if (bar) barred.push(line.code)
  }
  apart(barred, "takerBound")
}

function apart(codes: readonly string[], key: string): void {
  if (codes.length > 0) refuse("separation-of-duties", `handovers.refusals.${key}`, { params: { codes: codes.slice(0, 8).join(", ") }, who: testingRoles })
}

function wrong(path: string, key: string): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path, message: key === "nothingSelected" ? "common.errors.nothingSelected" : `handovers.errors.${key}` }] })
}
