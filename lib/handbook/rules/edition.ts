import { dateOf, type Day } from "@/lib/platform/days"
import { lifecycle, next, possibleEvents, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { quarterAfter, quarterOf, quarterPeriod } from "@/lib/platform/periods"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** An edition is drafted, reviewed by a second person, published, and superseded by the next (domain.md § 1). */
export const editionLifecycle = lifecycle({
  name: "edition",
  initial: "draft",
  states: ["draft", "in-review", "published", "superseded"],
  events: ["submit-for-review", "return", "publish", "discard"],
  transitions: {
    draft: { "submit-for-review": "in-review", discard: "draft" },
    "in-review": { return: "draft", publish: "published" },
    published: { publish: "superseded" },
  },
})

export type EditionState = StateOf<typeof editionLifecycle>
export type EditionEvent = EventOf<typeof editionLifecycle>

/** The state that an event leads to; `discard` keeps *draft* as its last word, since the row is then deleted. */
export function step(status: string, event: EditionEvent): Outcome<EditionState> {
  const to = next(editionLifecycle, readState(editionLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", "handbook.refusals.wrongState")
}

/**
 * When an edition may take effect: on a quarter's first day, later than the edition before; a later edition not before
 * the running quarter, whose assessments have frozen their points (domain.md § 1).
 */
export function takesEffect(day: Day, today: Day, before: Day | null): Outcome<Date> {
  if (day !== quarterPeriod(quarterOf(day)).start) return wrong("handbook.errors.quarterStart")
  if (before !== null && day <= before) return wrong("handbook.errors.notLater")
  if (before !== null && day < quarterPeriod(quarterOf(today)).start) return wrong("handbook.errors.pastQuarter")
  return change(dateOf(day))
}

function wrong(message: string): { ok: false; refusal: { code: "invalid"; message: string; errors: { path: string; message: string }[] } } {
  return { ok: false, refusal: { code: "invalid", message: "common.refusals.invalid", errors: [{ path: "effectiveFrom", message }] } }
}

/** The next free number of a year: 2026-1, then 2026-2. */
export function nextNumber(year: number, taken: readonly string[]): string {
  const used = taken.flatMap((number) => (number.startsWith(`${year}-`) ? [Number(number.slice(5))] : [])).filter(Number.isInteger)
  return `${year}-${Math.max(0, ...used) + 1}`
}

/** An amendment counts on from the edition that it corrects: 2026-1.1, then 2026-1.2; of an amendment, the next of the same edition. */
export function amendmentNumber(parent: string, taken: readonly string[]): string {
  const edition = parent.split(".")[0] ?? parent
  const used = taken.flatMap((number) => (number.startsWith(`${edition}.`) ? [Number(number.slice(edition.length + 1))] : [])).filter(Number.isInteger)
  return `${edition}.${Math.max(0, ...used) + 1}`
}

/** Whether an edition is still being prepared: its wording may change, or waits for its review. */
export function isUnfinished(status: string): boolean {
  return eventsOf(status).some((event) => event === "return" || event === "submit-for-review")
}

/** Whether an edition may be written in. */
export function isDraft(status: string): boolean {
  return eventsOf(status).includes("discard")
}

type Placed = { id: string; status: string; effectiveFrom: Date | null }

/** The edition that another is read against: of a draft the one published last, of a published one the one before it. */
export function editionBefore<Edition extends Placed>(edition: Placed, all: readonly Edition[]): Edition | undefined {
  if (edition.effectiveFrom === null) return all.find(({ id, status }) => id !== edition.id && status === "published")
  const until = edition.effectiveFrom
  return all.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom < until).toSorted((one, other) => Number(other.effectiveFrom) - Number(one.effectiveFrom))[0]
}

/** What may come next for an edition in this state. */
export function eventsOf(status: string): readonly EditionEvent[] {
  return possibleEvents(editionLifecycle, readState(editionLifecycle, status))
}

/** The day to offer for taking effect: the running quarter's first; where an edition stands, the quarter after it and after this one. */
export function suggestedDay(today: Day, before: Day | null): Day {
  if (before === null) return quarterPeriod(quarterOf(today)).start
  return quarterPeriod(quarterAfter(quarterOf(before > today ? before : today))).start
}
