import type { Case } from "@/lib/deficiencies/rules/case"
import type { Day } from "@/lib/platform/days"
import { type EventOf, next, possibleEvents } from "@/lib/platform/lifecycle"
import { change, type Outcome, type Refusal, refused } from "@/lib/platform/refusal"
import { deemedConfirmed } from "./confirmation"
import { deficiencyLifecycle } from "./lifecycle"
import { earliestRetest } from "./retest"
import type { Status } from "./standing"

export type DeficiencyEvent = EventOf<typeof deficiencyLifecycle>

/** Where an event leads from where the deficiency stands, or why it cannot happen now. A decision names its outcome. */
export function move(deficiency: Case, event: DeficiencyEvent, today: Day, outcome?: Status): Outcome<Status> {
  const to = next(deficiencyLifecycle, deficiency.status, event, outcome)
  if (typeof to !== "string") return refused("wrong-state", "deficiencies.refusals.wrongState", { params: { status: deficiency.status } })
  const hindrance = hindranceTo(deficiency, event, today)
  return hindrance ? { ok: false, refusal: hindrance } : change(to)
}

/** The events that the state allows, in the order of a deficiency's life. */
export function eventsNow(deficiency: Pick<Case, "status">): readonly DeficiencyEvent[] {
  return possibleEvents(deficiencyLifecycle, deficiency.status)
}

/** What besides the state stands in the way of an event today; null when nothing does. */
export function hindranceTo(deficiency: Case, event: DeficiencyEvent, today: Day): Refusal | null {
  const no = (key: string, params?: Refusal["params"]): Refusal => ({ code: "wrong-state", message: `deficiencies.refusals.${key}`, ...(params ? { params } : {}) })
  switch (event) {
    case "contest":
      return deemedConfirmed(deficiency.confirmBy, today) ? no("contestTooLate", { day: deficiency.confirmBy }) : null
    case "determine":
      return deficiency.grade === "material-weakness" ? null : no("notMaterial")
    case "request-extension":
      return deficiency.extension ? no("extensionOpen") : null
    case "decide-extension":
      return deficiency.extension ? null : no("noExtension")
    case "start-retest":
      return waiting(deficiency, today, no)
    case "pass-retest":
    case "fail-retest":
      return deficiency.retest && deficiency.retest.outcome === null ? null : no("retestDecided")
    case "close":
      return deficiency.retest?.outcome === "passed" ? null : no("retestNotPassed")
    case "accept-risk":
      return deficiency.grade === "material-weakness" ? no("materialNotAccepted") : null
    case "expire-acceptance":
      return deficiency.acceptedUntil !== null && today > deficiency.acceptedUntil ? null : no("acceptanceRuns", { day: deficiency.acceptedUntil ?? "" })
    case "propose-withdrawal":
      return deficiency.withdrawalProposed ? no("withdrawalProposed") : null
    case "withdraw":
      return deficiency.withdrawalProposed ? null : no("noWithdrawalProposed")
    default:
      return null
  }
}

// The guard is fixed (domain.md § 5): nobody waives it.
function waiting(deficiency: Case, today: Day, no: (key: string, params: Refusal["params"]) => Refusal): Refusal | null {
  const from = deficiency.implementedOn && earliestRetest(deficiency.implementedOn, deficiency.pace)
  return from !== null && today >= from ? null : no("retestTooEarly", { day: from ?? "" })
}
