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
  if (!verdict.allowed) return verdict
  const refusal = hindranceTo(deficiency, event, today)
  return refusal ? { allowed: false, refusal } : verdict
}
