import { asProved } from "@/lib/access/commands/proof"
import { passPapersWithin } from "@/lib/assessments/commands/pass"
import { record } from "@/lib/audit/record"
import { passRemediationsWithin } from "@/lib/deficiencies/commands/pass"
import { apply, handoverForChange, type Changed } from "@/lib/handovers/commands/change"
import { proofFor, signWithin } from "@/lib/handovers/commands/sign"
import { about, subjectsOf, tellSigners, words } from "@/lib/handovers/commands/tell"
import { maySupervise } from "@/lib/handovers/policy"
import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { step } from "@/lib/handovers/rules/lifecycle"
import { takersByKind } from "@/lib/handovers/rules/parting"
import type { Supervise } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { accept, permit, type Result } from "@/lib/platform/refusal"
import { type Passed, passPerformancesWithin, passPointsWithin } from "@/lib/units/commands/pass"

/** The third signature completes it: points, performances, papers and remediation pass to their takers in this transaction. */
export async function superviseHandover(actor: Actor, input: Supervise): Promise<Result<Changed>> {
  return asProved(actor, "handovers.supervise", await proofFor(actor, input), async (work, prove) => {
    const handover = await handoverForChange(work, input)
    permit(maySupervise(actor, handover), handover)
    const status = accept(step(handover.status, "supervise"))
    const method = await signWithin(work, handover, { kind: "supervise", personId: actor.personId ?? "", reason: undefined, prove })
    const from = firstDay(work, handover)
    const passed = await passOn(work, handover, from)
    const changed = await apply(work, handover, status, { endedBy: actor.personId, endedAt: work.now })
    await tellSigners(work, handover.id, "completed")
    const papers = handover.items.filter(({ kind }) => kind === "test" || kind === "review").map(({ subjectId }) => ({ kind: "test" as const, id: subjectId }))
    const deficiencies = handover.items.filter(({ kind }) => kind === "remediation").map(({ subjectId }) => ({ kind: "deficiency" as const, id: subjectId }))
    await record(work, {
      type: "handovers.completed", unitId: handover.unitId, subjects: [...about(handover), ...subjectsOf(passed), ...papers, ...deficiencies],
      params: { ...(await words(work, handover)), count: handover.items.length, from }, before: { status: handover.status },
      after: { status, from, method, ...Object.fromEntries(handover.items.map((item) => [`${item.kind} ${item.code}`, item.takerPersonId])) },
    })
    return changed
  })
}

async function passOn(work: Work, handover: HandoverRow, from: Day): Promise<Passed> {
  const { unitId, personId, items } = handover
  const takers = takersByKind(items, "point")
  const passed = takers.size > 0 ? await passPointsWithin(work, { unitId, from, takers, before: [personId, handover.interimPersonId, null] }) : { pointIds: [], ownershipIds: [] }
  await passPerformancesWithin(work, { unitId, personId, from, takers: takersByKind(items, "performing") })
  const papers = (["test", "review"] as const).flatMap((as) => [...takersByKind(items, as)].map(([id, takerPersonId]) => ({ id, as, takerPersonId })))
  await passPapersWithin(work, personId, papers)
  await passRemediationsWithin(work, personId, takersByKind(items, "remediation"))
  return passed
}

// Before the departure's day the points are still the leaver's own.
function firstDay({ now }: Work, { leavesOn }: HandoverRow): Day {
  return leavesOn > today(now) ? leavesOn : today(now)
}
