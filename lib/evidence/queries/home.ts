import { papersWaitingIn } from "@/lib/assessments/queries/mine"
import { requestsWaitingIn } from "@/lib/change-requests/queries/waiting"
import { openOwnedIn } from "@/lib/deficiencies/queries/list"
import { waitingForMeIn } from "@/lib/distributions/queries/progress"
import { overseesUnits } from "@/lib/evidence/policy"
import { editionsWaitingIn } from "@/lib/handbook/queries/waiting"
import { departuresIn } from "@/lib/handovers/queries/departures"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { quarterOf } from "@/lib/platform/periods"
import { maySign } from "@/lib/statements/policy"
import { readyIn } from "@/lib/statements/queries/list"
import { principalsIn } from "@/lib/units/queries/deputies"
import { countsOfQuarterIn } from "./counts"
import { waitingUsesIn } from "./waiting"
import { myWorkIn } from "./work"

export type Home = Awaited<ReturnType<typeof homeOf>>

/** What a person's first page shows, read in one transaction: what they owe, what waits for them, and how a unit's quarter stands. */
export async function homeOf(actor: Actor, { unitId, shown }: { unitId: string | undefined; shown: number }) {
  return asReader(actor, async (work) => {
    const { tx, now } = work
    const day = today(now)
    const quarter = quarterOf(day)
    const principals = actor.personId === null ? [] : await principalsIn(tx, actor.personId, day)
    const signs = (actor.units ?? []).filter(({ id, kind }) => maySign(actor, { unitId: id, unitKind: kind }).allowed).map(({ id }) => id)
    return {
      day, principals, lists: await waitingForMeIn(work), work: await myWorkIn(work, principals, shown), papers: await papersWaitingIn(work), deficiencies: await openOwnedIn(work),
      statements: await readyIn(tx, signs), editions: await editionsWaitingIn(work), requests: await requestsWaitingIn(work), departures: await departuresIn(work), waiting: await waitingUsesIn(work, undefined, shown),
      quarter: unitId !== undefined && overseesUnits(actor) ? { quarter, counts: await countsOfQuarterIn(work, { unitId, quarter }) } : null,
    }
  })
}
