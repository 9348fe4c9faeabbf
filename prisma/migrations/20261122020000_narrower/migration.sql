-- A temporary table of the application's role must not stand in for ours: unless it is named, pg_temp is searched first.
do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef loop
    execute format('alter function %s set search_path = public, pg_temp', f.name);
  end loop;
end $$;
alter function kp_engaged(uuid) set timezone = 'Asia/Shanghai';

-- The company is the one unit above all others: whoever keeps a plant founds no second one, whose office would keep the handbook.
alter table "Unit" add constraint kp_unit_company check ((kind = 'company') = ("parentId" is null));

-- Only for oneself, or within one's reach: who is asking has come through the door by then.
create or replace function kp_set_credential(person uuid, hash text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if person is distinct from kp_person() and kp_kind() is distinct from 'operator' and kp_kind() is distinct from 'seed' then
    raise exception using errcode = 'KP004', message = 'not-found';
  end if;
  insert into "Credential" ("personId", "passwordHash", "changedAt") values (person, hash, clock_timestamp())
  on conflict ("personId") do update set "passwordHash" = excluded."passwordHash", "changedAt" = excluded."changedAt";
end $$;

create function kp_reaches(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select kp_operating() and exists (select 1 from "Person" where id = person and "unitId" = any (kp_units())) $$;

create or replace function kp_open_session(session uuid, person uuid, lasts interval, agent text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if person is distinct from kp_person() then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  insert into "Session" (id, "personId", "createdAt", "lastSeenAt", "expiresAt", "userAgent")
  values (session, person, clock_timestamp(), clock_timestamp(), clock_timestamp() + least(lasts, interval '7 days'), left(agent, 300));
end $$;

create or replace function kp_end_session(session uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as
$$ update "Session" set "revokedAt" = clock_timestamp() where id = session and "revokedAt" is null and "personId" = kp_person() $$;

create or replace function kp_end_sessions_of(person uuid, besides uuid) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
  if person is distinct from kp_person() and not kp_reaches(person) then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  update "Session" set "revokedAt" = clock_timestamp()
  where "personId" = person and "revokedAt" is null and id is distinct from besides;
  get diagnostics ended = row_count;
  return ended;
end $$;

create or replace function kp_make_link(link uuid, person uuid, digest text, lasts interval) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not kp_reaches(person) then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  insert into "OneTimeLink" (id, "personId", hash, "createdAt", "expiresAt")
  values (link, person, digest, clock_timestamp(), clock_timestamp() + least(lasts, interval '72 hours'));
end $$;
revoke all on function kp_reaches(uuid) from public;

-- The company's own offices are held at the company: a plant's office would grade its own plant (domain.md, "Who uses it").
create function kp_grant_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.role in ('control-office', 'chief-accountant', 'leadership')
     and not exists (select 1 from "Unit" where id = new."unitId" and kind = 'company') then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'RoleGrant';
  end if;
  return new;
end $$;
revoke all on function kp_grant_place() from public;
create trigger kp_place before insert on "RoleGrant" for each row execute function kp_grant_place();
