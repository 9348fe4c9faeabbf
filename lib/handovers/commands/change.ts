import type { HandoverState } from "@/lib/handovers/rules/lifecycle"
import { handoverIn, type HandoverRow } from "@/lib/handovers/queries/handovers"
import type { Work } from "@/lib/platform/door"
import { found, fresh, refuse } from "@/lib/platform/refusal"

export type Changed = { id: string; number: string; status: HandoverState; version: number }

/** The handover, locked until the transaction ends: of two signatures at once the second finds the first. */
export async function handoverForChange({ tx }: Work, { id, version }: { id: string; version?: number }): Promise<HandoverRow> {
  await tx.$queryRaw`select id from "Handover" where id = ${id}::uuid for update`
  return fresh(found(await handoverIn(tx, id)), version)
}

type Ending = { endedBy?: string | null; endedAt?: Date; endReason?: string; round?: number }

/** Moves it on, one version further. */
export async function apply({ tx }: Work, handover: HandoverRow, status: HandoverState, ending: Ending = {}): Promise<Changed> {
  const version = handover.version + 1
  const { count } = await tx.handover.updateMany({ where: { id: handover.id, version: handover.version }, data: { status, version, ...ending } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: handover.id, number: handover.number, status, version }
}
