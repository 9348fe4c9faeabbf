-- A departure belongs to the department that is left; who loses the last role hands over (domain.md § 2).
-- AlterTable
ALTER TABLE "Handover" ADD COLUMN     "departmentId" UUID;

alter table "Handover" add constraint kp_handover_department foreign key ("departmentId") references "Department" (id);
-- Open departures of before belong to the department that the person is in.
alter table "Handover" disable trigger kp_life;
update "Handover" h set "departmentId" = p."departmentId" from "Person" p join "Department" d on d.id = p."departmentId" where p.id = h."personId" and d."unitId" = h."unitId";
alter table "Handover" enable trigger kp_life;

-- Whether somebody holds any role anywhere, now or later, also where the asker does not reach.
create function kp_holds_any_role(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as
$$ select exists (select 1 from "RoleGrant" g where g."personId" = person and g."withdrawnAt" is null and (g."to" is null or g."to" > current_date)) $$;
revoke all on function kp_holds_any_role(uuid) from public;
