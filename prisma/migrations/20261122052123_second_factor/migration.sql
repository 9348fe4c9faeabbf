-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "strong" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "personId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT,

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInStep" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "awaiting" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondFactorRemoval" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedBy" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "SecondFactorRemoval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_hash_key" ON "RecoveryCode"("personId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "SignInStep_hash_key" ON "SignInStep"("hash");

-- CreateIndex
CREATE INDEX "SignInStep_personId_idx" ON "SignInStep"("personId");

-- CreateIndex
CREATE INDEX "SecondFactorRemoval_unitId_idx" ON "SecondFactorRemoval"("unitId");

-- CreateIndex
CREATE INDEX "SecondFactorRemoval_personId_idx" ON "SecondFactorRemoval"("personId");

do $$ declare c record; begin
  for c in select * from (values ('OneTimeCode', 'personId'), ('RecoveryCode', 'personId'), ('SignInStep', 'personId'), ('SecondFactorRemoval', 'personId'),
    ('SecondFactorRemoval', 'requestedBy'), ('SecondFactorRemoval', 'decidedBy')) as v (tab, col) loop
    execute format('alter table %I add constraint %I foreign key (%I) references "Person" (id)', c.tab, 'kp_' || c.tab || '_' || c.col || '_fkey', c.col);
  end loop;
end $$;
alter table "SecondFactorRemoval" add constraint kp_removal_unit foreign key ("unitId") references "Unit" (id);
alter table "SignInStep" add constraint kp_step_awaiting check (awaiting in ('code', 'enrolment'));
-- Two administrators, and the person is neither of them.
alter table "SecondFactorRemoval" add constraint kp_removal_two check ("requestedBy" <> "personId" and "decidedBy" <> "personId" and "decidedBy" <> "requestedBy");
alter table "SecondFactorRemoval" add constraint kp_removal_outcome check (
  outcome in ('removed', 'declined', 'lapsed') and "decidedAt" is not null and (outcome = 'lapsed' or "decidedBy" is not null)
  or outcome is null and "decidedAt" is null and "decidedBy" is null);
create unique index kp_removal_open on "SecondFactorRemoval" ("personId") where outcome is null;

alter table "OneTimeCode" enable row level security;
alter table "RecoveryCode" enable row level security;
alter table "SignInStep" enable row level security;
alter table "SecondFactorRemoval" enable row level security;
create policy kp_nobody on "OneTimeCode" using (false);
create policy kp_nobody on "RecoveryCode" using (false);
create policy kp_nobody on "SignInStep" using (false);
create policy kp_unit on "SecondFactorRemoval" using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
  with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));

-- Who must give a second factor, who has one, and what a sign-in with a password alone still lacks.
create function kp_needs_second_factor(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as
$$ select exists (select 1 from kp_sign_in_policy(person) held join "RoleGrant" g on g.role = any (held.roles)
   where g."personId" = person and g."withdrawnAt" is null and g."from" <= current_date and (g."to" is null or g."to" > current_date)) $$;

create function kp_has_second_factor(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select 1 from "OneTimeCode" where "personId" = person and "confirmedAt" is not null) $$;

create function kp_next_step(person uuid) returns text language sql stable security definer set search_path = public, pg_temp as
$$ select case when kp_has_second_factor(person) then 'code' when kp_needs_second_factor(person) then 'enrolment' end $$;

-- A session of the password alone ends as soon as more is asked of its person.
create or replace function kp_session_actor(session uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s "Session"; held record;
begin
  select * into s from "Session" where id = session;
  if not found or s."revokedAt" is not null or s."expiresAt" < clock_timestamp() then return null; end if;
  select * into held from kp_sign_in_policy(s."personId");
  if s."lastSeenAt" < clock_timestamp() - held.idle or s."createdAt" < clock_timestamp() - held.absolute then return null; end if;
  if not s.strong and kp_next_step(s."personId") is not null then return null; end if;
  if s."lastSeenAt" < clock_timestamp() - interval '1 minute' then
    update "Session" set "lastSeenAt" = clock_timestamp() where id = session;
  end if;
  return kp_actor_of(s."personId");
end $$;

create or replace function kp_sessions_of(whom uuid) returns table (id uuid, "createdAt" timestamptz, "lastSeenAt" timestamptz, "expiresAt" timestamptz, "userAgent" text)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.id, s."createdAt", s."lastSeenAt", least(s."expiresAt", s."createdAt" + held.absolute), s."userAgent"
   from "Session" s join "Person" p on p.id = s."personId" cross join kp_sign_in_policy(whom) held
   where p.id = whom and s."revokedAt" is null and s."expiresAt" > clock_timestamp()
     and s."lastSeenAt" > clock_timestamp() - held.idle and s."createdAt" > clock_timestamp() - held.absolute
     and (s.strong or kp_next_step(whom) is null)
     and (p.id = kp_person() or p."unitId" = any (kp_units()) and kp_operating())
   order by s."lastSeenAt" desc $$;

drop function kp_open_session(uuid, uuid, text);
create function kp_open_session(session uuid, person uuid, agent text, strong boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if person is distinct from kp_person() or not strong and kp_next_step(person) is not null then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  insert into "Session" (id, "personId", "createdAt", "lastSeenAt", "expiresAt", "userAgent", strong)
  select session, person, clock_timestamp(), clock_timestamp(), clock_timestamp() + absolute, left(agent, 300), kp_open_session.strong from kp_sign_in_policy(person);
end $$;

create function kp_strengthen_session(session uuid) returns void language sql volatile security definer set search_path = public, pg_temp as
$$ update "Session" set strong = true where id = session and "personId" = kp_person() and "revokedAt" is null $$;

-- Between password and second factor: a quarter of an hour, once.
create function kp_make_step(step uuid, digest text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare wanted text := kp_next_step(kp_person());
begin
  delete from "SignInStep" where "expiresAt" < clock_timestamp() - interval '1 day';
  if wanted is not null then
    insert into "SignInStep" (id, "personId", hash, awaiting, "createdAt", "expiresAt")
    values (step, kp_person(), digest, wanted, clock_timestamp(), clock_timestamp() + interval '15 minutes');
  end if;
  return wanted;
end $$;

create function kp_see_step(digest text) returns table (person uuid, awaiting text)
language sql stable security definer set search_path = public, pg_temp as
$$ select s."personId", s.awaiting from "SignInStep" s join "Person" p on p.id = s."personId"
   where s.hash = digest and s."usedAt" is null and s."expiresAt" > clock_timestamp() and p.active $$;

create function kp_use_step(digest text) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (update "SignInStep" set "usedAt" = clock_timestamp()
    where hash = digest and "personId" = kp_person() and "usedAt" is null and "expiresAt" > clock_timestamp() returning 1)
  select exists (select 1 from used)
$$;

-- One's own second factor.
create function kp_keep_code(sealed text) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with kept as (insert into "OneTimeCode" ("personId", secret, "createdAt") select kp_person(), sealed, clock_timestamp() where kp_person() is not null
    on conflict ("personId") do update set secret = excluded.secret, "createdAt" = excluded."createdAt", "lastStep" = null
    where "OneTimeCode"."confirmedAt" is null returning 1)
  select exists (select 1 from kept)
$$;

create function kp_code() returns table (secret text, confirmed boolean) language sql stable security definer set search_path = public, pg_temp as
$$ select c.secret, c."confirmedAt" is not null from "OneTimeCode" c where c."personId" = kp_person() $$;

-- The code of a half-minute counts once: of two at the same time, one finds the row changed.
create function kp_use_code(step bigint, confirming boolean) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (update "OneTimeCode" set "lastStep" = step, "confirmedAt" = coalesce("confirmedAt", clock_timestamp())
    where "personId" = kp_person() and coalesce("lastStep", 0) < step and ("confirmedAt" is null) = confirming returning 1)
  select exists (select 1 from used)
$$;

create function kp_drop_code() returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare dropped boolean;
begin
  delete from "OneTimeCode" where "personId" = kp_person();
  dropped := found;
  if not kp_has_second_factor(kp_person()) then delete from "RecoveryCode" where "personId" = kp_person(); end if;
  return dropped;
end $$;

create function kp_keep_recovery_codes(digests text[]) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not kp_has_second_factor(kp_person()) then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  delete from "RecoveryCode" where "personId" = kp_person();
  insert into "RecoveryCode" (id, "personId", hash, "createdAt") select gen_random_uuid(), kp_person(), d, clock_timestamp() from unnest(digests) d;
end $$;

create function kp_use_recovery_code(digest text) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (update "RecoveryCode" set "usedAt" = clock_timestamp() where "personId" = kp_person() and hash = digest and "usedAt" is null returning 1)
  select exists (select 1 from used)
$$;

-- What a person has, told to themselves and to who reaches them: never a secret.
create function kp_second_factor_of(person uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'needed', kp_needs_second_factor(person),
    'code', (select "confirmedAt" from "OneTimeCode" where "personId" = person and "confirmedAt" is not null),
    'recoveryCodes', (select count(*) from "RecoveryCode" where "personId" = person and "usedAt" is null))
  where person = kp_person() or kp_reaches(person)
$$;

-- Taken away by the operator, or by the second of two administrators (the trigger below): nobody else.
create function kp_clear_second_factor(person uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if pg_trigger_depth() = 0 and kp_kind() is distinct from 'operator' then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  delete from "OneTimeCode" where "personId" = person;
  delete from "RecoveryCode" where "personId" = person;
  update "SignInStep" set "usedAt" = clock_timestamp() where "personId" = person and "usedAt" is null;
  update "Session" set "revokedAt" = clock_timestamp() where "personId" = person and "revokedAt" is null;
end $$;

create function kp_removal_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new."requestedBy" is distinct from kp_person() or new.outcome is not null then
      raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'SecondFactorRemoval';
    end if;
  elsif old.outcome is not null or (to_jsonb(new) - '{decidedBy,decidedAt,outcome}'::text[]) is distinct from (to_jsonb(old) - '{decidedBy,decidedAt,outcome}'::text[]) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'SecondFactorRemoval';
  elsif new.outcome is distinct from 'lapsed' and (new."decidedBy" is distinct from kp_person() or new."decidedBy" in (new."requestedBy", new."personId")) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'SecondFactorRemoval';
  elsif new.outcome = 'removed' then
    perform kp_clear_second_factor(new."personId");
  end if;
  return new;
end $$;
create trigger kp_life before insert or update on "SecondFactorRemoval" for each row execute function kp_removal_life();

do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.proname like 'kp\_%' loop
    execute format('revoke all on function %s from public', f.name);
  end loop;
end $$;
