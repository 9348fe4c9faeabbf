import { itemKinds, type ItemKind } from "@/lib/handovers/rules/parting"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { groundOf } from "@/lib/units/queries/ground"
import { hasCeased } from "@/lib/units/rules"

export type Belonging = { kind: ItemKind; subjectId: string; code: string }

/**
 * Everything that passes on when a person goes: applicable points owned and performed, open papers, open remediation. Who
 * leaves some `positions` only and keeps others passes on the points owned in these, with their remediation.
 */
export async function belongingsIn(tx: Tx, { unitId, personId, positions = null }: { unitId: string; personId: string; positions?: readonly string[] | null }, day: Day): Promise<Belonging[]> {
  const ground = await groundOf(tx, unitId, day)
  // With the unit ends what its points ask; papers and remediation go on.
  const points = ground && !hasCeased(ground.unit, day) ? ground.points : []
  const codes = new Map(points.map((point) => [point.pointId, point.code]))
  const rows = await tx.$queryRaw<{ kind: ItemKind; subjectId: string; code: string; pointId: string | null }[]>`
    select 'point' as kind, "pointId" as "subjectId", '' as code, "pointId" from "Ownership"
    where "unitId" = ${unitId}::uuid and "personId" = ${personId}::uuid and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
      and (${positions}::uuid[] is null or "positionId" = any (${positions}::uuid[]))
    union all
    select 'performing', "pointId", '', "pointId" from "Performer"
    where "unitId" = ${unitId}::uuid and "personId" = ${personId}::uuid and "to" is null
    union all
    select 'test', t.id, t.code, t."pointId" from "Test" t where t."unitId" = ${unitId}::uuid and t."testerPersonId" = ${personId}::uuid and t.status in ('assigned', 'in-progress')
    union all
    select 'review', t.id, t.code, t."pointId" from "Test" t where t."unitId" = ${unitId}::uuid and t."reviewerPersonId" = ${personId}::uuid and t.status in ('assigned', 'in-progress', 'concluded')
    union all
    select 'remediation', id, number, "pointId" from "Deficiency" where "unitId" = ${unitId}::uuid and "remediatorPersonId" = ${personId}::uuid
      and status in ('planned', 'in-remediation', 'implemented', 'observing', 'retesting')`
  const owned = new Set(rows.flatMap((row) => (row.kind === "point" ? [row.subjectId] : [])))
  const leaving = positions ? rows.filter((row) => row.kind === "point" || (row.kind === "remediation" && owned.has(row.pointId ?? ""))) : rows
  const once = new Map(leaving.map((row) => [`${row.kind} ${row.subjectId}`, { kind: row.kind, subjectId: row.subjectId, code: row.code || (codes.get(row.subjectId) ?? "") }]))
  return [...once.values()].filter(({ code }) => code !== "").toSorted(byKindAndCode)
}

function byKindAndCode(one: Belonging, other: Belonging): number {
  return itemKinds.indexOf(one.kind) - itemKinds.indexOf(other.kind) || one.code.localeCompare(other.code, "en", { numeric: true })
}

/** Points of which somebody tests or reviews an open paper: they do not come to own or perform these (domain.md, "Who uses it"). */
export async function testedByIn(tx: Tx, { unitId, personId }: { unitId: string; personId: string }, pointIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    select distinct t.code from "Test" t join "Assessment" a on a.id = t."assessmentId"
    where t."unitId" = ${unitId}::uuid and t."pointId" = any (${[...pointIds]}::uuid[]) and a.status in ('open', 'in-review')
      and t.status not in ('unassigned', 'sealed') and ${personId}::uuid in (t."testerPersonId", t."reviewerPersonId") order by 1`
  return rows.map(({ code }) => code)
}
