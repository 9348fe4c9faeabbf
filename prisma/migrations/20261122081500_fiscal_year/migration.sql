-- The fiscal year is a setting of the company, fixed once its first quarter is planned; quarters are named after the calendar year in
-- which their fiscal year ends (domain.md, "Always").
alter table "Unit" add constraint kp_unit_fiscal check ("fiscalYearStartMonth" between 1 and 12);

-- The month with which it begins, also for whoever reaches no company.
create function kp_fiscal_start() returns integer language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce((select "fiscalYearStartMonth" from "Unit" where kind = 'company' order by "createdAt" limit 1), 1) $$;

create function kp_quarter_start(wanted text) returns date language sql stable security definer set search_path = public, pg_temp as
$$ select (make_date(left(wanted, 4)::int - case when m > 1 then 1 else 0 end, m, 1) + make_interval(months => (right(wanted, 1)::int - 1) * 3))::date from kp_fiscal_start() m $$;

create or replace function kp_answered_in(person uuid, unit uuid, point uuid, wanted text) returns boolean
language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
  with since as (select kp_quarter_start(wanted) as day)
  select exists (select 1 from "Ownership", since where "unitId" = unit and "pointId" = point and "personId" = person
                 and "voidedAt" is null and "from" <= current_date and ("to" is null or "to" > day and "to" > "from"))
      or exists (select 1 from "Performer", since where "unitId" = unit and "pointId" = point and "personId" = person
                 and "from" <= current_date and ("to" is null or "to" > day and "to" > "from"))
$$;

create function kp_fiscal_fixed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new."fiscalYearStartMonth" is distinct from old."fiscalYearStartMonth"
     and (new.kind <> 'company' or exists (select 1 from "Obligation") or exists (select 1 from "Assessment") or exists (select 1 from "Deficiency")) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Unit';
  end if;
  return new;
end $$;
create trigger kp_fiscal before update of "fiscalYearStartMonth" on "Unit" for each row execute function kp_fiscal_fixed();
revoke all on function kp_fiscal_start(), kp_quarter_start(text), kp_fiscal_fixed() from public;
