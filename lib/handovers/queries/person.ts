import { openObligationsIn } from "@/lib/evidence/queries/open-of-points"
import { belongingsIn } from "@/lib/handovers/queries/belongings"
import { interimNeedsIn } from "@/lib/handovers/queries/interim"
import { headOfPersonIn } from "@/lib/units/queries/head"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { type Ground, groundOf } from "@/lib/units/queries/ground"
import { personIn } from "@/lib/units/queries/people"

export type PersonPage = NonNullable<Awaited<ReturnType<typeof personPage>>>

/** Whether a person has a page at a unit: it is theirs, or they hold a position or a role there or answer for something. */
export async function hasPageIn(tx: Tx, { unit, people }: Ground, personId: string, day: Day): Promise<boolean> {
  const person = await personIn(tx, personId)
  if (!person) return false
  const belongs = { unitId: unit.id, personId }
  return person.unitId === unit.id || people.has(personId) || (await tx.roleGrant.count({ where: belongs })) > 0 || (await belongingsIn(tx, belongs, day)).length > 0
}

/** A person at a unit: what they hold, and everything that they answer for there. */
export async function personPage(actor: Actor, unitId: string, personId: string) {
  if (!isId(unitId) || !isId(personId)) return null
  return asReader(actor, async ({ tx, now }) => {
    const [ground, person] = [await groundOf(tx, unitId, today(now)), await personIn(tx, personId)]
    if (!ground || !person) return null
    if (!(await hasPageIn(tx, ground, personId, today(now)))) return null
    const belongings = await belongingsIn(tx, { unitId, personId }, today(now))
    const owned = belongings.filter(({ kind }) => kind === "point").map(({ subjectId }) => subjectId)
    const owed = [...(await openObligationsIn(tx, unitId, owned, today(now))).values()]
    const holdings = await tx.positionHolding.findMany({
      where: { unitId, personId }, orderBy: { from: "desc" }, select: { id: true, from: true, to: true, position: { select: { nameZh: true, nameEn: true } } },
    })
    const headPersonId = await headOfPersonIn(tx, unitId, personId)
    return {
      unit: ground.unit, needs: (await interimNeedsIn(tx, personId, today(now))).filter((need) => need.unitId === unitId), person, headPersonId, departments: ground.departments, belongings, people: [...ground.people.values()].filter(({ id }) => id !== personId),
      head: headPersonId ? ((await namesOf(tx, [headPersonId])).get(headPersonId) ?? null) : null,
      owed: { open: owed.reduce((sum, { open }) => sum + open, 0), overdue: owed.reduce((sum, { overdue }) => sum + overdue, 0) },
      holdings: holdings.map(({ position, ...row }) => ({ id: row.id, from: dayOf(row.from), to: row.to && dayOf(row.to), name: { zh: position.nameZh, en: position.nameEn } })),
      points: ground.points.filter(({ pointId }) => owned.includes(pointId)),
    }
  })
}
