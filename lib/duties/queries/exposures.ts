import type { DutyKey } from "@/lib/duties/rules/duties"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day } from "@/lib/platform/days"
import { quarterOf, quarterPeriod } from "@/lib/platform/periods"
import { Prisma } from "@/lib/platform/generated/client"

/** Somebody who holds both ends of a rule today: they would be refused, and on what. */
export type Exposure = { rule: DutyKey; personId: string; unitId: string; count: number; what: string }

/**
 * Who could break which rule today, within reach: they hold a role for the one duty and have a part in the other. The product
 * refuses them; the list says where a second person is needed.
 */
export async function exposuresIn(tx: Tx, day: Day): Promise<Exposure[]> {
  const on = Prisma.sql`${dateOf(day)}::date`
  return tx.$queryRaw<Exposure[]>`
    with recursive reach as (
      select "personId", role, "unitId" from "RoleGrant" where "withdrawnAt" is null and "from" <= ${on} and ("to" is null or "to" > ${on})
      union select r."personId", r.role, u.id from reach r join "Unit" u on u."parentId" = r."unitId"
    ), answers as (
      select "personId", "unitId", "pointId" from "Ownership" where "voidedAt" is null and "from" <= ${on} and ("to" is null or "to" > ${on})
      union select "personId", "unitId", "pointId" from "Performer" where "from" <= ${on} and ("to" is null or "to" > ${on})
    ), bound as (
      select r."personId", r."unitId", array_agg(distinct r.role) as roles, count(distinct a."pointId")::int as points
      from reach r join answers a on a."personId" = r."personId" and a."unitId" = r."unitId" group by 1, 2
    ), code as (select "pointId", min(code) as code from "PointVersion" group by 1)
    select 'ownTest' as rule, "personId", "unitId", points as count, '' as what from bound where roles && array['tester', 'finance-lead', 'internal-audit', 'control-office']
    union all
    select 'ownRecord', "personId", "unitId", points, '' from bound where roles && array['evidence-reviewer', 'department-head', 'finance-lead']
    union all
    select 'ownSignOff', "personId", "unitId", points, '' from bound where roles && array['finance-lead', 'control-office']
    union all
    select 'ownUpload', v."submittedBy", v."unitId", count(distinct o."pointId")::int, left(string_agg(distinct c.code, ', '), 60)
    from "EvidenceVersion" v join "EvidenceUse" u on u."versionId" = v.id join "Obligation" o on o.id = u."obligationId" join code c on c."pointId" = o."pointId"
    where o."periodEnd" >= ${quarterPeriod(quarterOf(day)).start}::date
      and exists (select 1 from reach r where r."personId" = v."submittedBy" and r."unitId" = v."unitId" and r.role in ('tester', 'finance-lead', 'internal-audit', 'control-office')) group by 2, 3
    union all
    select 'ownPaper', t."testerPersonId", t."unitId", count(*)::int, '' from "Test" t join "Assessment" a on a.id = t."assessmentId"
    where a.status in ('open', 'in-review') and t."testerPersonId" is not null and t.status in ('assigned', 'in-progress', 'concluded') group by 2, 3
    union all
    select 'ownDeficiency', d."remediatorPersonId", d."unitId", count(*)::int, left(string_agg(d.number, ', '), 80) from "Deficiency" d
    where d.status in ('planned', 'in-remediation', 'implemented', 'observing', 'retesting')
      and exists (select 1 from reach r where r."personId" = d."remediatorPersonId" and r."unitId" = d."unitId" and r.role in ('tester', 'internal-audit', 'finance-lead', 'control-office')) group by 2, 3
    union all
    select 'ownDepartment', p."headPersonId", p."unitId", 1, p."nameZh" from "Department" p
    where exists (select 1 from reach r where r."personId" = p."headPersonId" and r."unitId" = p."unitId" and r.role in ('finance-lead', 'control-office'))
    union all
    select 'ownEdition', h.person, k.id, 1, e.number from "Edition" e cross join lateral (select distinct unnest(array[e."draftedBy", e."submittedBy"] || e.hands) as person) h
      join "Unit" k on k.kind = 'company'
    where e.status in ('draft', 'in-review') and exists (select 1 from reach r where r."personId" = h.person and r.role = 'control-office')
    union all
    select 'ownRequest', q."filedBy", q."unitId", count(*)::int, left(string_agg(q.number, ', '), 80) from "ChangeRequest" q
    where q.status in ('submitted', 'under-review', 'asked') and exists (select 1 from reach r where r."personId" = q."filedBy" and r."unitId" = q."unitId" and r.role = 'control-office') group by 2, 3
    union all
    select 'ownScope', r."personId", r."unitId", 1, '' from reach r join "Unit" u on u.id = r."unitId" and u.kind = 'company'
    where r.role = 'control-office' and exists (select 1 from reach s where s."personId" = r."personId" and s."unitId" = r."unitId" and s.role in ('chief-accountant', 'leadership'))
    union all
    select distinct 'ownSignature', r."personId", r."unitId", 1, '' from reach r
    where r.role = 'chief-accountant' and exists (select 1 from reach s where s."personId" = r."personId" and s."unitId" = r."unitId" and s.role in ('plant-manager', 'leadership'))
    union all
    select 'handover', x.person, h."unitId", 1, h.number from "Handover" h cross join lateral (
      select h."personId" as person union select i."takerPersonId" from "HandoverItem" i where i."handoverId" = h.id and i."takerPersonId" is not null) x
    where h.status in ('opened', 'handed-over', 'taken-over')
      and exists (select 1 from reach r where r."personId" = x.person and r."unitId" = h."unitId" and r.role in ('finance-lead', 'department-head'))
    union all
    select distinct 'administrator', a."personId", a."unitId", 1, s.role from reach a join reach s on s."personId" = a."personId"
    where a.role = 'administrator' and s.role in ('tester', 'finance-lead', 'plant-manager', 'control-office', 'chief-accountant', 'leadership', 'internal-audit')
    order by 1, 4 desc`
}
