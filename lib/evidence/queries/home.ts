import { papersWaiting } from "@/lib/assessments/queries/mine"
import { openRequests, waitingOf } from "@/lib/change-requests/queries/waiting"
import { openOwned } from "@/lib/deficiencies/queries/list"
import { listsWaiting } from "@/lib/distributions/queries/progress"
import { overseesUnits, reviewsAnywhere } from "@/lib/evidence/policy"
import { noteAllFixed, shownOfKept } from "@/lib/handbook/queries/kept"
import { editionsWaitingIn } from "@/lib/handbook/queries/waiting"
import { departuresAsked, departuresOf } from "@/lib/handovers/queries/departures"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce, nothing } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { quarterOf } from "@/lib/platform/periods"
import { maySign } from "@/lib/statements/policy"
import { readyIn } from "@/lib/statements/queries/list"
import { mayAssign } from "@/lib/units/policy"
import { principalsOf } from "@/lib/units/queries/deputies"
import { gapsAsked, gapsIn, type GapsTold } from "@/lib/units/queries/gaps"
import { pointsOfPerson } from "@/lib/units/queries/ownership"
import { type Counted, countsOfQuarter, readCounts } from "./counts"
import { type Waiting, waitingOf as usesWaitingOf, waitingShown } from "./waiting"
import { myWorkIn } from "./work"

export type Home = Awaited<ReturnType<typeof homeOf>>

/** What a person's first page shows, read in one transaction: what they owe, what waits for them, and how a unit's quarter stands. */
export async function homeOf(actor: Actor, { unitId, shown }: { unitId: string | undefined; shown: number }) {
  return asReader(actor, async (work) => {
    const { tx, now } = work
    const day = today(now)
    const quarter = quarterOf(day)
    const { personId } = actor
    const { own, handovers, unattended, requests, counts, editionsShown, gaps, waiting, ...asked } = await askAtOnce(tx, {
      principals: principalsOf(personId, day), own: pointsOfPerson(personId, day), lists: listsWaiting(personId), papers: papersWaiting(personId),
      deficiencies: openOwned(personId), requests: openRequests(), ...departuresAsked(actor, day),
      editionsShown: shownOfKept(), counts: unitId !== undefined && overseesUnits(actor) ? countsOfQuarter(day, { unitId, quarter }) : nothing<Counted[]>(),
      gaps: unitId !== undefined && mayAssign(actor, { unitId, heads: [] }).allowed ? gapsAsked(unitId, day) : nothing<GapsTold>(),
      waiting: reviewsAnywhere(actor) ? usesWaitingOf(actor, undefined, day) : nothing<Waiting[]>(),
    })
    noteAllFixed(tx, editionsShown)
    const signs = (actor.units ?? []).filter(({ id, kind }) => maySign(actor, { unitId: id, unitKind: kind }).allowed).map(({ id }) => id)
    return {
      ...asked, day, work: await myWorkIn(work, { principals: asked.principals, own }, shown), requests: waitingOf(actor, requests), departures: departuresOf(actor, { handovers, unattended }),
      statements: await readyIn(tx, signs), editions: await editionsWaitingIn(work), waiting: await waitingShown(work, waiting ?? [], shown),
      gaps: gaps && (await gapsIn(tx, gaps, day)),
      quarter: counts && { quarter, counts: readCounts(counts) },
    }
  })
}
