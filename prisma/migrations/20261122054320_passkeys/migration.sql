-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasskeyChallenge" (
    "challenge" TEXT NOT NULL,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");

-- CreateIndex
CREATE INDEX "PasskeyChallenge_createdAt_idx" ON "PasskeyChallenge"("createdAt");

alter table "Passkey" add constraint kp_passkey_person foreign key ("personId") references "Person" (id);
alter table "PasskeyChallenge" add constraint kp_challenge_person foreign key ("personId") references "Person" (id);
alter table "Passkey" enable row level security;
alter table "PasskeyChallenge" enable row level security;
create policy kp_nobody on "Passkey" using (false);
create policy kp_nobody on "PasskeyChallenge" using (false);

create or replace function kp_has_second_factor(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select 1 from "OneTimeCode" where "personId" = person and "confirmedAt" is not null) or exists (select 1 from "Passkey" where "personId" = person) $$;

-- Five minutes, once. Made by nobody at the sign-in page, by oneself for a new passkey.
create function kp_make_challenge(value text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from "PasskeyChallenge" where "createdAt" < clock_timestamp() - interval '10 minutes';
  insert into "PasskeyChallenge" (challenge, "personId", "createdAt") values (value, kp_person(), clock_timestamp());
end $$;

create function kp_use_challenge(value text, own boolean) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (update "PasskeyChallenge" set "usedAt" = clock_timestamp()
    where challenge = value and "usedAt" is null and "createdAt" > clock_timestamp() - interval '5 minutes'
      and case when own then "personId" = kp_person() else "personId" is null end returning 1)
  select exists (select 1 from used)
$$;

create function kp_keep_passkey(passkey uuid, credential text, key text, count bigint, ways text[], called text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if kp_person() is null or (select count(*) from "Passkey" where "personId" = kp_person()) >= 10 then return false; end if;
  insert into "Passkey" (id, "personId", "credentialId", "publicKey", counter, transports, name, "createdAt")
  values (passkey, kp_person(), credential, key, count, ways, left(called, 80), clock_timestamp());
  return true;
end $$;

create function kp_passkey(credential text) returns table (person uuid, "publicKey" text, counter bigint)
language sql stable security definer set search_path = public, pg_temp as
$$ select k."personId", k."publicKey", k.counter from "Passkey" k join "Person" p on p.id = k."personId" where k."credentialId" = credential and p.active $$;

create function kp_own_passkeys() returns table (credential text, transports text[]) language sql stable security definer set search_path = public, pg_temp as
$$ select "credentialId", "Passkey".transports from "Passkey" where "personId" = kp_person() $$;

-- A counter that does not grow betrays a copy; devices that keep none always say 0.
create function kp_use_passkey(credential text, count bigint) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (update "Passkey" set counter = count, "lastUsedAt" = clock_timestamp()
    where "credentialId" = credential and "personId" = kp_person() and (counter < count or counter = 0 and count = 0) returning 1)
  select exists (select 1 from used)
$$;

create function kp_drop_passkey(passkey uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare called text;
begin
  delete from "Passkey" where id = passkey and "personId" = kp_person() returning name into called;
  if not kp_has_second_factor(kp_person()) then delete from "RecoveryCode" where "personId" = kp_person(); end if;
  return called;
end $$;

create or replace function kp_second_factor_of(person uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'needed', kp_needs_second_factor(person),
    'code', (select "confirmedAt" from "OneTimeCode" where "personId" = person and "confirmedAt" is not null),
    'passkeys', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'createdAt', "createdAt", 'lastUsedAt', "lastUsedAt") order by "createdAt")
      from "Passkey" where "personId" = person), '[]'),
    'recoveryCodes', (select count(*) from "RecoveryCode" where "personId" = person and "usedAt" is null))
  where person = kp_person() or kp_reaches(person)
$$;

create or replace function kp_clear_second_factor(person uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if pg_trigger_depth() = 0 and kp_kind() is distinct from 'operator' then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  delete from "OneTimeCode" where "personId" = person;
  delete from "Passkey" where "personId" = person;
  delete from "RecoveryCode" where "personId" = person;
  update "SignInStep" set "usedAt" = clock_timestamp() where "personId" = person and "usedAt" is null;
  update "Session" set "revokedAt" = clock_timestamp() where "personId" = person and "revokedAt" is null;
end $$;

do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.proname like 'kp\_%' loop
    execute format('revoke all on function %s from public', f.name);
  end loop;
end $$;
