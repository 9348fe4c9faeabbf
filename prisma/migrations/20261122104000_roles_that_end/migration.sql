-- Whether somebody holds any role anywhere on a day or later, also where the asker does not reach: a role may end by its date (domain.md § 2).
drop function kp_holds_any_role(uuid);
create function kp_holds_any_role(person uuid, day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select 1 from "RoleGrant" g where g."personId" = person and g."withdrawnAt" is null and (g."to" is null or g."to" > day)) $$;
revoke all on function kp_holds_any_role(uuid, date) from public;
