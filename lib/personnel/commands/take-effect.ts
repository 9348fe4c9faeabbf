import { record } from "@/lib/audit/record"
import { apply, changeForDecision } from "@/lib/personnel/commands/change"
import { moveWithin } from "@/lib/personnel/commands/move"
import type { ChangeRow } from "@/lib/personnel/queries/changes"
import { isAgreed, step } from "@/lib/personnel/rules/lifecycle"
import { type Actor, job } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, asReader, type Work } from "@/lib/platform/door"
import { wordsIn } from "@/lib/platform/i18n/words"
import { accept } from "@/lib/platform/refusal"
import { personIn } from "@/lib/units/queries/people"

/** Moves those whose day has come as it was agreed, each in a transaction of its own; what is refused stays agreed, and is tried again. Gives how many. */
export async function takeEffect(at?: Date): Promise<number> {
  const actor: Actor = { ...job, at }
  const due = await asReader(actor, ({ tx, now }) => tx.personnelChange.findMany({ where: { status: "agreed", on: { lte: dateOf(today(now)) } }, orderBy: { id: "asc" }, select: { id: true } }))
  let moved = 0
  for (const { id } of due) {
    const done = await asActor(actor, "personnel.take-effect", async (work) => {
      const row = await changeForDecision(work, { id })
      return isAgreed(row.status) ? moveNow(work, row) : false
    })
    if (done.ok && done.value) moved += 1
  }
  return moved
}

async function moveNow(work: Work, row: ChangeRow): Promise<boolean> {
  const person = row.personId ? await personIn(work.tx, row.personId) : null
  const about = { unitId: row.unitId, subjects: [{ kind: "personnel-change" as const, id: row.id }, ...(person ? [{ kind: "person" as const, id: person.id }] : [])] }
  const params = { name: row.nameZh, nameEn: row.nameEn ?? row.nameZh, kind: row.kind }
  if (!person?.active) {
    // Who has left meanwhile moves nowhere.
    const [status, reason] = [accept(step(row.status, "dismiss")), wordsIn("zh-CN", "personnel.refusals")("gone")]
    await apply(work, row, status, { reason })
    await record(work, { type: "personnel.dismissed", ...about, params, before: { status: row.status }, after: { status }, why: reason })
    return false
  }
  const status = accept(step(row.status, "take-effect"))
  const agreed = { unitId: row.agreedUnitId ?? row.unitId, departmentId: row.agreedDepartmentId, positionId: row.agreedPositionId }
  await moveWithin(work, { personId: person.id, ...agreed, interimPersonId: row.agreedInterimId ?? undefined })
  await apply(work, row, status, { tookEffectAt: work.now })
  await record(work, { type: "personnel.moved", ...about, params, before: { unitId: row.wasUnitId, department: row.wasDepartment, position: row.wasPosition }, after: { status, ...agreed, on: row.on } })
  return true
}
