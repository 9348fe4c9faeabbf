import { openStates } from "@/lib/handovers/rules/lifecycle"
import type { Text } from "@/lib/platform/actor"
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

export type InterimNeed = Interims & { unitId: string; unit: Text }

/** Who would answer meanwhile if somebody left today, in each unit where they own points and no departure is open; within reach. */
export async function interimNeedsIn(tx: Tx, personId: string, day: Day): Promise<InterimNeed[]> {
  const rows = await tx.$queryRaw<{ unitId: string; zh: string; en: string; points: string[] }[]>`
    select o."unitId", u."nameZh" as zh, u."nameEn" as en, array_agg(o."pointId") as points from "Ownership" o join "Unit" u on u.id = o."unitId" and (u."to" is null or u."to" > ${day}::date)
    where o."personId" = ${personId}::uuid and o."voidedAt" is null and o."from" <= ${day}::date and (o."to" is null or o."to" > ${day}::date)
      and not exists (select 1 from "Handover" h where h."unitId" = o."unitId" and h."personId" = o."personId" and h.status = any (${[...openStates]}))
    group by 1, 2, 3 order by 1`
  const needs: InterimNeed[] = []
  for (const { unitId, zh, en, points } of rows) needs.push({ unitId, unit: { zh, en }, ...(await interimsIn(tx, { unitId, personId }, points, day)) })
  return needs
}

/** Some names of who could be named, for a sentence. */
export function someNames(able: readonly { nameZh: string; nameEn: string }[]): string {
  return able.slice(0, 5).map(({ nameZh, nameEn }) => (nameZh === nameEn ? nameZh : `${nameZh} ${nameEn}`)).join(", ")
}
