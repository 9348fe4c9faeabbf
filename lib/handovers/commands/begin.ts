import { record } from "@/lib/audit/record"
import type { Changed } from "@/lib/handovers/commands/change"
import { tellSigners } from "@/lib/handovers/commands/tell"
import type { Belonging } from "@/lib/handovers/queries/belongings"
import { handoverLifecycle } from "@/lib/handovers/rules/lifecycle"
import { dateOf, type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { passPointsWithin } from "@/lib/units/commands/pass"
import type { PersonRow } from "@/lib/units/queries/people"

export type Beginning = {
  unitId: string; person: PersonRow; kind: "leaves" | "moves"; leavesOn: Day; interimPersonId: string | null; note: string
  items: readonly Belonging[]
  /** The holdings that end with it, so that a cancelled departure gives them back. */
  holdings: string[]
}

/** Opens a handover within a command that has permitted it: what passes on is listed, and from its day the interim owner answers for the points. */
export async function beginWithin(work: Work, { unitId, person, kind, leavesOn, interimPersonId, note, items, holdings }: Beginning): Promise<Changed> {
  const { tx, now, actor } = work
  const year = Number(today(now).slice(0, 4))
  const number = `交-${year}-${String(await nextNumber(work, unitId, "handover", year)).padStart(3, "0")}`
  const id = newId()
  await tx.handover.create({
    data: { id, unitId, personId: person.id, departmentId: person.unitId === unitId ? person.departmentId : null, number, kind, leavesOn: dateOf(leavesOn), interimPersonId, note, holdings, openedBy: actor.personId, openedAt: now }, select: { id: true },
  })
  await tx.handoverItem.createMany({ data: items.map((item) => ({ id: newId(), unitId, handoverId: id, ...item })) })
  const points = items.flatMap((item) => (item.kind === "point" ? [item.subjectId] : []))
  const interim = interimPersonId && points.length > 0
    ? await passPointsWithin(work, { unitId, from: leavesOn, takers: new Map(points.map((point) => [point, interimPersonId])), before: [person.id] })
    : { pointIds: [], ownershipIds: [] }
  await tellSigners(work, id, "opened")
  await record(work, {
    type: "handovers.opened", unitId,
    subjects: [{ kind: "handover", id }, { kind: "person", id: person.id }, ...interim.ownershipIds.map((one) => ({ kind: "ownership" as const, id: one })), ...interim.pointIds.map((one) => ({ kind: "point" as const, id: one }))],
    params: { number, name: person.nameZh, nameEn: person.nameEn, count: items.length, from: leavesOn },
    after: { kind, leavesOn, interimPersonId, items: items.map(({ kind: as, code }) => `${as} ${code}`), holdings }, why: note,
  })
  return { id, number, status: handoverLifecycle.initial, version: 1 }
}
