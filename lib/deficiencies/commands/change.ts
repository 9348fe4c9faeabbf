import type { Facts, Subject } from "@/lib/audit/events"
import { record } from "@/lib/audit/record"
import { mayDo } from "@/lib/deficiencies/policy/events"
import { caseIn } from "@/lib/deficiencies/queries/case"
import { type DeficiencyRecord, recordForChangeIn } from "@/lib/deficiencies/queries/record"
import type { Case } from "@/lib/deficiencies/rules/case"
import { type Status } from "@/lib/deficiencies/rules/standing"
import { type DeficiencyEvent, move } from "@/lib/deficiencies/rules/transition"
import type { About } from "@/lib/deficiencies/schema/inputs"
import type { Actor } from "@/lib/platform/actor"
import { type Day, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import type { Prisma } from "@/lib/platform/generated/client"
import { accept, found, fresh, type Params, permit, refuse, type Result } from "@/lib/platform/refusal"

/** A deficiency as its page loads it, its row locked, with the day on which the command runs. */
export type Loaded = { deficiency: Case; row: DeficiencyRecord; day: Day }
export type Changed = { id: string; number: string; status: Status; version: number }

/** What a step writes besides its own row, and what the audit trail says of it. */
export type Made = { set?: Prisma.DeficiencyUncheckedUpdateManyInput; after?: Facts; params?: Params; why?: string; subjects?: Subject[] }
type Step = { event: Exclude<DeficiencyEvent, "register">; done: string; outcome?: Status }

/**
 * One event in a deficiency's life (lifecycles.md): loads and locks the row, judges policy and state, lets `make` write
 * the step's own record, then moves the row on and records one audit event, `deficiencies.<done>`.
 */
export async function changeDeficiency(
  actor: Actor, input: About, { event, done, outcome }: Step, make: (work: Work, loaded: Loaded) => Promise<Made> | Made,
): Promise<Result<Changed>> {
  return asActor(actor, `deficiencies.${event}`, async (work) => {
    const row = fresh(found(await recordForChangeIn(work.tx, input.id)), input.version)
    const day = today(work.now)
    const deficiency = await caseIn(work.tx, row, day)
    permit(mayDo(actor, event, deficiency), deficiency)
    const status = accept(move(deficiency, event, day, outcome))
    const made = await make(work, { deficiency, row, day })
    await apply(work, row, { ...made.set, status })
    await record(work, {
      type: `deficiencies.${done}`,
      unitId: row.unitId,
      subjects: [{ kind: "deficiency", id: row.id }, ...(made.subjects ?? [])],
      params: { number: row.number, ...made.params },
      before: { status: row.status, version: row.version },
      after: { status, version: row.version + 1, ...made.after },
      why: made.why,
    })
    return { id: row.id, number: row.number, status, version: row.version + 1 }
  })
}

async function apply({ tx }: Work, { id, version }: DeficiencyRecord, set: Prisma.DeficiencyUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.deficiency.updateMany({ where: { id, version }, data: { ...set, version: version + 1 } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
}
