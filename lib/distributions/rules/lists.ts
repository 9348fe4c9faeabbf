import { addDays, type Day } from "@/lib/platform/days"

/** Owners and departments confirm within this many days that they know their points (domain.md § 1). */
export const daysToConfirm = 14
/** A reminder goes out by itself this many days before the last one, and once when it has passed. */
export const daysBeforeReminder = 3

export type Member = { personId: string; departmentId: string | null; departmentCode: string | null }
export type List = { personId: string; departmentId: string | null; owned: string[]; known: string[] }
type Answered = { pointId: string; department: string }

/** Who is given which points of a unit: owners their own, everybody of a department those that its colleagues answer for. */
export function listsOf(points: readonly Answered[], owners: ReadonlyMap<string, string>, members: readonly Member[]): List[] {
  const lists = members.map(({ personId, departmentId, departmentCode }) => ({
    personId, departmentId,
    owned: points.filter(({ pointId }) => owners.get(pointId) === personId).map(({ pointId }) => pointId),
    known: points.filter(({ pointId, department }) => department === departmentCode && owners.get(pointId) !== personId).map(({ pointId }) => pointId),
  }))
  return lists.filter(({ owned, known }) => owned.length + known.length > 0)
}

/** What a person has not been given yet; null if nothing is new. Who comes to own a point is given it again, now as their own. */
export function beyond(list: List, given: readonly Pick<List, "owned" | "known">[]): List | null {
  const owned = new Set(given.flatMap((one) => one.owned))
  const known = new Set(given.flatMap((one) => [...one.owned, ...one.known]))
  const more = { ...list, owned: list.owned.filter((id) => !owned.has(id)), known: list.known.filter((id) => !known.has(id)) }
  return more.owned.length + more.known.length > 0 ? more : null
}

/** `lapsed`: a newer edition was published before anybody confirmed; its own list takes the place of this one. */
export type ListState = "confirmed" | "waiting" | "overdue" | "lapsed"

export function stateOf({ confirmedAt, dueOn }: { confirmedAt: Date | null; dueOn: Day }, today: Day, isLatest = true): ListState {
  if (confirmedAt) return "confirmed"
  if (!isLatest) return "lapsed"
  return today > dueOn ? "overdue" : "waiting"
}

/** Whether a list still asks for its confirmation. */
export function isOpen({ state }: { state: ListState }): boolean {
  return state === "waiting" || state === "overdue"
}

/** Whether a reminder is due by itself: once shortly before the last day, once after it. */
export function remindsItself({ dueOn, remindedOn }: { dueOn: Day; remindedOn: Day | null }, today: Day): boolean {
  if (today > dueOn) return remindedOn === null || remindedOn <= dueOn
  return today >= addDays(dueOn, -daysBeforeReminder) && remindedOn === null
}
