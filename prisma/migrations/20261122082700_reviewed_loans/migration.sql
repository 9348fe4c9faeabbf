-- A tester who is lent to a unit has access to it: looked at with the rest.
alter table "AccessReviewLine" drop constraint "kp_AccessReviewLine_kind";
alter table "AccessReviewLine" add constraint "kp_AccessReviewLine_kind" check (kind in ('grant', 'holding', 'token', 'deputy', 'borrowing', 'engagement'));
create or replace function kp_access_use(unit uuid) returns table ("personId" uuid, "lastSeenAt" timestamptz, active boolean, "lacksFactor" boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with concerned as (
    select g."personId" as id from "RoleGrant" g where g."unitId" = unit and g."withdrawnAt" is null
    union select "personId" from "PositionHolding" where "unitId" = unit
    union select "deputyId" from "Deputy" where "unitId" = unit
    union select "personId" from "Borrowing" where "unitId" = unit and status = 'lent'
    union select p.id from "Person" p where p."unitId" = unit
  )
  select p.id, greatest((select max("lastSeenAt") from "Session" s where s."personId" = p.id), (select max("lastUsedAt") from "ApiToken" t where t."personId" = p.id),
      (select max(e.at) from "AuditEvent" e where e."unitId" in (unit, p."unitId") and e."personId" = p.id)),
    p.active, kp_needs_second_factor(p.id) and not kp_has_second_factor(p.id)
  from concerned c join "Person" p on p.id = c.id where unit = any (kp_units()) and kp_operating()
$$;
