-- A quarter whose assessment is closed takes no further evidence (domain.md § 3). The lock makes a record that arrives while
-- the assessment closes wait for it, so that nothing slips in unsealed.
create function kp_quarter_closed(unit uuid, wanted text) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (select 1 from "Assessment" where "unitId" = unit and quarter = wanted and status = 'closed'
                  and unit = any (kp_units())) $$;
revoke all on function kp_quarter_closed(uuid, text) from public;

create function kp_use_open() returns trigger language plpgsql security definer set search_path = public as $$
declare found_status text;
begin
  select a.status into found_status from "Obligation" o
  join "Assessment" a on a."unitId" = o."unitId" and a.quarter = o.quarter
  where o."unitId" = new."unitId" and o.id = new."obligationId" for share of a;
  if found_status = 'closed' then raise exception using errcode = 'KP003', message = 'sealed', detail = 'EvidenceUse'; end if;
  return new;
end $$;
revoke all on function kp_use_open() from public;
create trigger kp_open before insert on "EvidenceUse" for each row execute function kp_use_open();
