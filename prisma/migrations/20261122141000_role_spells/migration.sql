-- A deputy who holds no role that works in the unit could do nothing in anybody's place. Where the role is held may be above what the one who names them reaches.
create function kp_role_spells(person uuid, unit uuid) returns table ("from" date, "to" date)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive line as (
    select u.id, u."parentId" from "Unit" u where u.id = unit and u.id = any (kp_units()) and kp_operating()
    union all select u.id, u."parentId" from "Unit" u join line on u.id = line."parentId")
  select g."from", g."to" from "RoleGrant" g
  where g."personId" = person and g."unitId" in (select id from line) and g.role <> 'external-auditor' and g."withdrawnAt" is null
$$;
revoke all on function kp_role_spells(uuid, uuid) from public;
