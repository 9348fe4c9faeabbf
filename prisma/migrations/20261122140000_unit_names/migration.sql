-- Which unit asked for a tester, and which one lent them, is told to both by name; neither reaches the other.
create function kp_unit_names(wanted uuid[]) returns table (id uuid, "nameZh" text, "nameEn" text)
language sql stable security definer set search_path = public, pg_temp as
$$ select u.id, u."nameZh", u."nameEn" from "Unit" u where u.id = any (wanted) and kp_operating() $$;
revoke all on function kp_unit_names(uuid[]) from public;
