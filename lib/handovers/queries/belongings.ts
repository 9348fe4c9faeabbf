import { itemKinds, type ItemKind } from "@/lib/handovers/rules/parting"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { groundOf } from "@/lib/units/queries/ground"

export type Belonging = { kind: ItemKind; subjectId: string; code: string }

/** Everything that passes on when a person goes: applicable points owned and performed, open papers, open remediation. */
export async function belongingsIn(tx: Tx, { unitId, personId }: { unitId: string; personId: string }, day: Day): Promise<Belonging[]> {
  const ground = await groundOf(tx, unitId, day)
  const codes = new Map((ground?.points ?? []).map((point) => [point.pointId, point.code]))
  const rows = await tx.$queryRaw<{ kind: ItemKind; subjectId: string; code: string }[]>`
    select 'point' as kind, "pointId" as "subjectId", '' as code from "Ownership"
    where "unitId" = ${unitId}::uuid and "personId" = ${personId}::uuid and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
    union all
    select 'performing', "pointId", '' from "Performer"
    where "unitId" = ${unitId}::uuid and "personId" = ${personId}::uuid and "to" is null
    union all
    select 'test', t.id, t.code from "Test" t where t."unitId" = ${unitId}::uuid and t."testerPersonId" = ${personId}::uuid and t.status in ('assigned', 'in-progress')
    union all
    select 'review', t.id, t.code from "Test" t where t."unitId" = ${unitId}::uuid and t."reviewerPersonId" = ${personId}::uuid and t.status in ('assigned', 'in-progress', 'concluded')
    union all
    select 'remediation', id, number from "Deficiency" where "unitId" = ${unitId}::uuid and "remediatorPersonId" = ${personId}::uuid
      and status in ('planned', 'in-remediation', 'implemented', 'observing', 'retesting')`
  const once = new Map(rows.map((row) => [`${row.kind} ${row.subjectId}`, { ...row, code: row.code || (codes.get(row.subjectId) ?? "") }]))
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
