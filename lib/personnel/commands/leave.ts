import { departEverywhereWithin } from "@/lib/handovers/commands/depart"
import { dateOf, type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { found, refuse } from "@/lib/platform/refusal"
import { closeAccountWithin, leavePositionWithin } from "@/lib/units/commands/people"
import { shortenRoleWithin, withdrawRoleWithin } from "@/lib/units/commands/roles"
import { grantsIn, personIn } from "@/lib/units/queries/people"

/**
 * Somebody leaves: what they answer for is handed over, roles are withdrawn, sessions and tokens end, the account closes. On a day to
 * come everything is agreed for that day, and ends then by itself.
 */
export async function leaveWithin(work: Work, { personId, on, interimPersonId }: { personId: string; on: Day | null; interimPersonId: string | undefined }): Promise<void> {
  const { tx } = work
  const day = today(work.now)
  await tx.$queryRaw`select id from "Person" where id = ${personId}::uuid for update`
  const person = found(await personIn(tx, personId))
  if (!person.active) refuse("wrong-state", "personnel.refusals.gone")
  const last = on !== null && on > day ? on : day
  const grants = await grantsIn(tx, person.id, day)
  const held = await tx.positionHolding.findMany({ where: { personId: person.id, OR: [{ to: null }, { to: { gt: dateOf(last) } }] }, orderBy: { id: "asc" }, select: { id: true } })
  if (last > day) await departEverywhereWithin(work, { personId: person.id, leavesOn: last, interimPersonId, why: "account" })
  if (last > day) await tx.person.update({ where: { id: person.id }, data: { to: dateOf(last), version: { increment: 1 } }, select: { id: true } })
  else await closeAccountWithin(work, { personId: person.id, version: undefined, interimPersonId })
  for (const { id } of held) await leavePositionWithin(work, id, last, interimPersonId)
  for (const grant of grants) await (last > day ? shortenRoleWithin(work, grant.id, last) : withdrawRoleWithin(work, grant.id))
  if (last === day) await tx.$executeRaw`select kp_end_sessions_of(${person.id}::uuid, null)`
}
