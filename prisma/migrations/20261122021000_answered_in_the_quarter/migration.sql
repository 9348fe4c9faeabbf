-- Who owned or performed a point in the quarter under test tests and reviews it no more than who does so today: otherwise one
-- would be let go for a day (domain.md, "Who uses it").
create function kp_answered_in(person uuid, unit uuid, point uuid, wanted text) returns boolean
language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
  with since as (select make_date(left(wanted, 4)::int, right(wanted, 1)::int * 3 - 2, 1) as day)
  select exists (select 1 from "Ownership", since where "unitId" = unit and "pointId" = point and "personId" = person
                 and "voidedAt" is null and "from" <= current_date and ("to" is null or "to" > day and "to" > "from"))
      or exists (select 1 from "Performer", since where "unitId" = unit and "pointId" = point and "personId" = person
                 and "from" <= current_date and ("to" is null or "to" > day and "to" > "from"))
$$;
revoke all on function kp_answered_in(uuid, uuid, uuid, text) from public;

create function kp_test_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new."testerPersonId" is not null and (tg_op = 'INSERT' or new."testerPersonId" is distinct from old."testerPersonId")
       and kp_answered_in(new."testerPersonId", new."unitId", new."pointId", new.quarter)
     or new."reviewerPersonId" is not null and (tg_op = 'INSERT' or new."reviewerPersonId" is distinct from old."reviewerPersonId")
       and kp_answered_in(new."reviewerPersonId", new."unitId", new."pointId", new.quarter) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Test';
  end if;
  return new;
end $$;
revoke all on function kp_test_apart() from public;
create trigger kp_apart before insert or update on "Test" for each row execute function kp_test_apart();
