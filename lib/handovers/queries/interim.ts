import { headOfPersonIn } from "@/lib/units/queries/head"
import { type PersonRow, peopleIn } from "@/lib/units/queries/people"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"

export type Interims = { /** Who answers where nobody is named: the department's head, else a head or finance lead, else the manager. */ byDefault: PersonRow | null; /** Who could be named. */ able: PersonRow[] }

/** Who could answer for somebody's points meanwhile: people of the unit who neither test nor review them (domain.md § 2). */
export async function interimsIn(tx: Tx, { unitId, personId }: { unitId: string; personId: string }, points: readonly string[], day: Day): Promise<Interims> {
  const testing = await testersOfIn(tx, unitId, points)
  const able = (await peopleIn(tx, unitId, day)).filter(({ id }) => id !== personId && !testing.has(id))
  const head = await headOfPersonIn(tx, unitId, personId)
  const candidates = [...(head ? [head] : []), ...(await roleHoldersIn(tx, unitId, ["department-head"], day)), ...(await roleHoldersIn(tx, unitId, ["finance-lead", "plant-manager"], day))]
  const [byDefault = null] = candidates.flatMap((candidate) => able.find(({ id }) => id === candidate) ?? [])
  return { byDefault, able }
}

async function testersOfIn(tx: Tx, unitId: string, points: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select distinct p as "personId" from "Test" t join "Assessment" a on a.id = t."assessmentId", unnest(array[t."testerPersonId", t."reviewerPersonId"]) as p
    where t."unitId" = ${unitId}::uuid and t."pointId" = any (${[...points]}::uuid[]) and a.status in ('open', 'in-review') and t.status not in ('unassigned', 'sealed') and p is not null`
  return new Set(rows.map(({ personId }) => personId))
}
