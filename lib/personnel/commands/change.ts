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

type Data = { reason?: string; personId?: string; tookEffectAt?: Date; agreedUnitId?: string; agreedDepartmentId?: string | null; agreedPositionId?: string | null; agreedInterimId?: string | null }

/** Decides it, one version further; what takes effect on its day was decided before. */
export async function apply({ tx, now, actor }: Work, row: ChangeRow, status: PersonnelState, data: Data): Promise<Changed> {
  const version = row.version + 1
  const decided = data.tookEffectAt ? {} : { decidedBy: actor.personId, decidedAt: now }
  const { count } = await tx.personnelChange.updateMany({ where: { id: row.id, version: row.version }, data: { status, version, ...decided, ...data } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: row.id, status, version }
}
