-- How the company lets its people sign in (domain.md, "Who uses it").
CREATE TABLE "SignInPolicy" (
    "unitId" UUID NOT NULL,
    "idleMinutes" INTEGER NOT NULL,
    "absoluteHours" INTEGER NOT NULL,
    "secondFactorRoles" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" UUID,
    CONSTRAINT "SignInPolicy_pkey" PRIMARY KEY ("unitId")
);
alter table "SignInPolicy" add constraint kp_policy_unit foreign key ("unitId") references "Unit" (id);
alter table "SignInPolicy" add constraint kp_policy_by foreign key ("changedBy") references "Person" (id);
-- The browser's cookie lives for seven days, so no session lives longer.
alter table "SignInPolicy" add constraint kp_policy_limits check ("idleMinutes" between 5 and 1440 and "absoluteHours" between 1 and 168);
alter table "SignInPolicy" enable row level security;
create policy kp_unit on "SignInPolicy" using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
  with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));

-- What holds for a person: the policy of the company above their home unit. A plant's own row, should one be written, means nothing.
create function kp_sign_in_policy(person uuid) returns table (idle interval, absolute interval, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive line as (
    select u.id, u."parentId" from "Person" p join "Unit" u on u.id = p."unitId" where p.id = person
    union all select u.id, u."parentId" from "Unit" u join line l on u.id = l."parentId"
  )
  select coalesce(make_interval(mins => s."idleMinutes"), interval '8 hours'), coalesce(make_interval(hours => s."absoluteHours"), interval '7 days'),
    coalesce(s."secondFactorRoles", '{}')
  from line l left join "SignInPolicy" s on s."unitId" = l.id where l."parentId" is null
$$;

drop function kp_session_actor(uuid, interval);
-- Both limits as they stand now: making them shorter ends what is open and older.
create function kp_session_actor(session uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s "Session"; held record;
begin
  select * into s from "Session" where id = session;
  if not found or s."revokedAt" is not null or s."expiresAt" < clock_timestamp() then return null; end if;
  select * into held from kp_sign_in_policy(s."personId");
  if s."lastSeenAt" < clock_timestamp() - held.idle or s."createdAt" < clock_timestamp() - held.absolute then return null; end if;
  if s."lastSeenAt" < clock_timestamp() - interval '1 minute' then
    update "Session" set "lastSeenAt" = clock_timestamp() where id = session;
  end if;
  return kp_actor_of(s."personId");
end $$;

drop function kp_open_session(uuid, uuid, interval, text);
create function kp_open_session(session uuid, person uuid, agent text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if person is distinct from kp_person() then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  insert into "Session" (id, "personId", "createdAt", "lastSeenAt", "expiresAt", "userAgent")
  select session, person, clock_timestamp(), clock_timestamp(), clock_timestamp() + absolute, left(agent, 300) from kp_sign_in_policy(person);
end $$;

create or replace function kp_sessions_of(whom uuid) returns table (id uuid, "createdAt" timestamptz, "lastSeenAt" timestamptz, "expiresAt" timestamptz, "userAgent" text)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.id, s."createdAt", s."lastSeenAt", least(s."expiresAt", s."createdAt" + held.absolute), s."userAgent"
   from "Session" s join "Person" p on p.id = s."personId" cross join kp_sign_in_policy(whom) held
   where p.id = whom and s."revokedAt" is null and s."expiresAt" > clock_timestamp()
     and s."lastSeenAt" > clock_timestamp() - held.idle and s."createdAt" > clock_timestamp() - held.absolute
     and (p.id = kp_person() or p."unitId" = any (kp_units()) and kp_operating())
   order by s."lastSeenAt" desc $$;

-- Whoever loses a role signs in anew, however the role was withdrawn.
create function kp_grant_withdrawn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old."withdrawnAt" is null and new."withdrawnAt" is not null then
    update "Session" set "revokedAt" = clock_timestamp() where "personId" = new."personId" and "revokedAt" is null;
  end if;
  return null;
end $$;
create trigger kp_withdrawn after update on "RoleGrant" for each row execute function kp_grant_withdrawn();

revoke all on function kp_sign_in_policy(uuid), kp_session_actor(uuid), kp_open_session(uuid, uuid, text), kp_grant_withdrawn() from public;
