import { changeIn, type ChangeRow } from "@/lib/personnel/queries/changes"
import type { PersonnelState } from "@/lib/personnel/rules/lifecycle"
import type { Work } from "@/lib/platform/door"
import { found, fresh, refuse } from "@/lib/platform/refusal"

export type Changed = { id: string; status: PersonnelState; version: number }

/** The change, locked until the transaction ends: of two who decide at once the second finds it decided. */
export async function changeForDecision({ tx }: Work, { id, version }: { id: string; version?: number }): Promise<ChangeRow> {
  await tx.$queryRaw`select id from "PersonnelChange" where id = ${id}::uuid for update`
  return fresh(found(await changeIn(tx, id)), version)
}

/** Decides it, one version further. */
export async function apply({ tx, now, actor }: Work, row: ChangeRow, status: PersonnelState, data: { reason?: string; personId?: string }): Promise<Changed> {
  const version = row.version + 1
  const { count } = await tx.personnelChange.updateMany({ where: { id: row.id, version: row.version }, data: { status, version, decidedBy: actor.personId, decidedAt: now, ...data } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: row.id, status, version }
}
