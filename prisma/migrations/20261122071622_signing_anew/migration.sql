-- Who signs proves anew who they are, with what they have; a taker may decline; waiting after wrong passwords holds up nobody else.
delete from "PasskeyChallenge";

-- DropIndex
DROP INDEX "HandoverSignature_handoverId_kind_personId_key";

-- AlterTable
ALTER TABLE "Handover" ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "HandoverSignature" ADD COLUMN     "provedAt" TIMESTAMPTZ(3),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PasskeyChallenge" ADD COLUMN     "purpose" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "Signature" ADD COLUMN     "provedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "FreshProof" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FreshProof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FreshProof_hash_key" ON "FreshProof"("hash");

-- CreateIndex
CREATE INDEX "FreshProof_personId_idx" ON "FreshProof"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "HandoverSignature_handoverId_round_kind_personId_key" ON "HandoverSignature"("handoverId", "round", "kind", "personId");

alter table "FreshProof" add constraint kp_proof_person foreign key ("personId") references "Person" (id);
alter table "FreshProof" enable row level security;
create policy kp_nobody on "FreshProof" using (false);

-- A challenge serves what it was made for: one that anybody signed in may ask for, to sign a statement, makes no new passkey.
alter table "PasskeyChallenge" add constraint kp_challenge_purpose check (purpose in ('sign-in', 'enrol', 'sign'));
drop function kp_make_challenge(text);
drop function kp_use_challenge(text, boolean);
create function kp_make_challenge(value text, purpose text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from "PasskeyChallenge" where "createdAt" < clock_timestamp() - interval '10 minutes';
  insert into "PasskeyChallenge" (challenge, "personId", purpose, "createdAt") values (value, kp_person(), kp_make_challenge.purpose, clock_timestamp());
end $$;
create function kp_use_challenge(value text, wanted text) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (update "PasskeyChallenge" set "usedAt" = clock_timestamp()
    where challenge = value and purpose = wanted and "usedAt" is null and "createdAt" > clock_timestamp() - interval '5 minutes'
      and "personId" is not distinct from case when wanted = 'sign-in' then null else kp_person() end returning 1)
  select exists (select 1 from used)
$$;

-- Who has come back from the company's own sign-in has ten minutes to sign, once.
create function kp_make_proof(proof uuid, digest text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from "FreshProof" where "expiresAt" < clock_timestamp() - interval '1 day';
  insert into "FreshProof" (id, "personId", hash, "createdAt", "expiresAt")
  values (proof, kp_person(), digest, clock_timestamp(), clock_timestamp() + interval '10 minutes');
end $$;
create function kp_see_proof(digest text) returns table ("createdAt" timestamptz, "expiresAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ select f."createdAt", f."expiresAt" from "FreshProof" f where f.hash = digest and f."personId" = kp_person() and f."usedAt" is null and f."expiresAt" > clock_timestamp() $$;
create function kp_use_proof(digest text) returns timestamptz language sql volatile security definer set search_path = public, pg_temp as
$$ update "FreshProof" set "usedAt" = clock_timestamp() where hash = digest and "personId" = kp_person() and "usedAt" is null and "expiresAt" > clock_timestamp() returning "createdAt" $$;
create function kp_has_password() returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select 1 from "Credential" where "personId" = kp_person()) $$;

-- What a signature says of its signer's proof: what it was and when it was given, never long before.
do $$ declare tab text; begin
  foreach tab in array array['Signature', 'HandoverSignature'] loop
    execute format('alter table %I add constraint %I check (method in (''password'', ''one-time-code'', ''passkey'', ''single-sign-on''))', tab, 'kp_' || tab || '_method');
  end loop;
end $$;

-- A try is taken before the password is looked at, one after the other for a subject: how many seconds to wait, or nothing, and then it counts. Some
-- are free; after them the wait doubles from a quarter of a minute to a quarter of an hour. Who waits is not counted again.
create function kp_take_try(attempt uuid, whom text, free integer) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare n integer; latest timestamptz; wait numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended(whom, 0));
  select count(*)::integer, max(at) into n, latest from "SignInAttempt" where subject = whom and not ok and at > clock_timestamp() - interval '1 day';
  if n >= free then
    wait := least(900, 15 * power(2, least(n - free, 10))) - extract(epoch from clock_timestamp() - latest);
    if wait > 0 then return ceil(wait)::integer; end if;
  end if;
  insert into "SignInAttempt" (id, subject, ok, at) values (attempt, whom, false, clock_timestamp());
  return 0;
end $$;

-- Who was to remedy by an earlier plan does not retest either.
update "Deficiency" d set "remediedBy" = (
  select array_agg(distinct who) from (
    select unnest(d."remediedBy") as who
    union select p."remediatorPersonId" from "RemediationPlan" p where p."deficiencyId" = d.id and p."remediatorPersonId" is distinct from d."remediatorPersonId") as hands)
where exists (select 1 from "RemediationPlan" p where p."deficiencyId" = d.id and p."remediatorPersonId" is distinct from d."remediatorPersonId");
create or replace function kp_retest_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare d "Deficiency";
begin
  select * into d from "Deficiency" where "unitId" = new."unitId" and id = new."deficiencyId";
  if new."testerPersonId" in (d."ownerPersonId", d."remediatorPersonId") or kp_answers_for(new."testerPersonId", new."unitId", d."pointId")
     or new."testerPersonId" = any (d."remediedBy")
     or exists (select 1 from "RemediationPlan" p where p."deficiencyId" = d.id and p."remediatorPersonId" = new."testerPersonId")
     or exists (select 1 from "Implementation" i where i."deficiencyId" = d.id and i."reportedBy" = new."testerPersonId")
     or (d.grade in ('significant-deficiency', 'material-weakness') and new."testerPersonId" = d."firstTesterPersonId") then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Retest';
  end if;
  return new;
end $$;

-- A taker who declines sends it back to be divided anew: another round, in which everybody signs again what stands then.
create or replace function kp_handover_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare signed boolean;
begin
  if (to_jsonb(new) - '{status,endedBy,endedAt,endReason,version,round,remindedAt}'::text[]) is distinct from (to_jsonb(old) - '{status,endedBy,endedAt,endReason,version,round,remindedAt}'::text[])
     or old.status in ('completed', 'cancelled')
     or (old.status, new.status) not in (('opened', 'opened'), ('opened', 'handed-over'), ('handed-over', 'handed-over'), ('handed-over', 'taken-over'),
         ('handed-over', 'opened'), ('taken-over', 'taken-over'), ('taken-over', 'completed'), ('opened', 'cancelled'), ('handed-over', 'cancelled'), ('taken-over', 'cancelled'))
     or new.round is distinct from (old.round + case when old.status = 'handed-over' and new.status = 'opened' then 1 else 0 end) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Handover';
  end if;
  if new.status = old.status or new.status in ('cancelled', 'opened') then return new; end if;
  signed := case new.status
    when 'handed-over' then exists (select 1 from "HandoverSignature" where "handoverId" = new.id and round = new.round and kind = 'hand-over')
      and not exists (select 1 from "HandoverItem" where "handoverId" = new.id and "takerPersonId" is null)
    when 'taken-over' then not exists (select 1 from "HandoverItem" i where i."handoverId" = new.id and not exists (
      select 1 from "HandoverSignature" s where s."handoverId" = new.id and s.round = new.round and s.kind = 'take-over' and s."personId" = i."takerPersonId"))
    else exists (select 1 from "HandoverSignature" where "handoverId" = new.id and round = new.round and kind = 'supervise') end;
  if not signed then raise exception using errcode = 'KP001', message = 'immutable', detail = 'Handover'; end if;
  return new;
end $$;

create or replace function kp_handover_signature_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare h "Handover"; party boolean;
begin
  select * into h from "Handover" where "unitId" = new."unitId" and id = new."handoverId";
  if (new.kind, h.status) not in (('hand-over', 'opened'), ('take-over', 'handed-over'), ('supervise', 'taken-over')) or new.round <> h.round then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'HandoverSignature';
  end if;
  party := new."signedBy" = h."personId" or exists (select 1 from "HandoverItem" where "handoverId" = h.id and "takerPersonId" = new."signedBy");
  if new."signedBy" is distinct from kp_person()
     or new.kind = 'hand-over' and new."personId" <> h."personId"
     or new.kind = 'take-over' and not exists (select 1 from "HandoverItem" where "handoverId" = h.id and "takerPersonId" = new."personId")
     or new."signedBy" <> new."personId" and (party or coalesce(new.reason, '') = '' or new.kind = 'supervise')
     or new.kind = 'supervise' and (party or exists (
       select 1 from "HandoverSignature" where "handoverId" = h.id and round = h.round and "signedBy" = new."signedBy")) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'HandoverSignature';
  end if;
  return new;
end $$;

revoke all on function kp_make_challenge(text, text), kp_use_challenge(text, text), kp_make_proof(uuid, text), kp_see_proof(text), kp_use_proof(text), kp_has_password(),
  kp_take_try(uuid, text, integer), kp_retest_life(), kp_handover_life(), kp_handover_signature_life() from public;
