import type { Case } from "@/lib/deficiencies/rules/case"
import { type DeficiencyEvent, eventsNow, hindranceTo } from "@/lib/deficiencies/rules/transition"
import type { Actor } from "@/lib/platform/actor"
import type { Day } from "@/lib/platform/days"
import type { Verdict } from "@/lib/platform/refusal"
import { mayDo } from "./events"
import { operates } from "./parts"

export type ChangeEvent = Exclude<DeficiencyEvent, "register">
export type Possibility = { event: ChangeEvent; verdict: Verdict }

/** What the state allows next, and for each whether this person may do it today; nothing for who only reads. */
export function possibilities(actor: Actor, deficiency: Case, today: Day): Possibility[] {
  if (!operates(actor)) return []
  return eventsNow(deficiency).flatMap((event) => (event === "register" ? [] : [{ event, verdict: judge(actor, event, deficiency, today) }]))
}

function judge(actor: Actor, event: ChangeEvent, deficiency: Case, today: Day): Verdict {
  const verdict = mayDo(actor, event, deficiency)
  const refusal = hindranceTo(deficiency, event, today)
  if (!refusal) return verdict
  // What nobody can do today says so first, and then who could once it is possible.
  return { allowed: false, refusal: verdict.allowed ? refusal : { ...refusal, who: verdict.refusal.who } }
}

/** What leads aside from the way through remediation to closure. */
export const aside: readonly ChangeEvent[] = ["accept-risk", "propose-withdrawal", "contest", "request-extension", "regrade", "reopen", "withdraw"]

/** The event whose form stands open: the one asked for, if this person may; else the first that takes the deficiency further. */
export function chosenOf(possible: readonly Possibility[], asked: string | undefined): ChangeEvent | null {
  const mine = possible.filter(({ verdict }) => verdict.allowed).map(({ event }) => event)
  return mine.find((event) => event === asked) ?? mine.find((event) => !aside.includes(event)) ?? (mine.length === 1 ? (mine[0] ?? null) : null)
}
