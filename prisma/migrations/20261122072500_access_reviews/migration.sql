-- Once a quarter somebody looks at everybody who has access, and a second person confirms it (domain.md, "Who uses it").
-- CreateTable
CREATE TABLE "AccessReview" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "frozenOn" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "openedBy" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedBy" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "endedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AccessReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessReviewLine" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "personId" UUID,
    "what" TEXT NOT NULL,
    "whatEn" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "lastUsedAt" TIMESTAMPTZ(3),
    "warnings" TEXT[],
    "conflicts" TEXT[],
    "decision" TEXT,
    "until" DATE,
    "reason" TEXT,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "AccessReviewLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AccessReview_unitId_quarter_idx" ON "AccessReview"("unitId", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "AccessReview_unitId_id_key" ON "AccessReview"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AccessReview_unitId_number_key" ON "AccessReview"("unitId", "number");

-- CreateIndex
CREATE INDEX "AccessReviewLine_personId_idx" ON "AccessReviewLine"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessReviewLine_unitId_id_key" ON "AccessReviewLine"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AccessReviewLine_reviewId_kind_subjectId_key" ON "AccessReviewLine"("reviewId", "kind", "subjectId");

-- AddForeignKey
ALTER TABLE "AccessReviewLine" ADD CONSTRAINT "AccessReviewLine_unitId_reviewId_fkey" FOREIGN KEY ("unitId", "reviewId") REFERENCES "AccessReview"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

do $$ declare c record; begin
  for c in select * from (values ('AccessReview', 'openedBy'), ('AccessReview', 'submittedBy'), ('AccessReview', 'endedBy'),
    ('AccessReviewLine', 'personId'), ('AccessReviewLine', 'decidedBy')) as v (tab, col) loop
    execute format('alter table %I add constraint %I foreign key (%I) references "Person" (id)', c.tab, 'kp_' || c.tab || '_' || c.col || '_fkey', c.col);
  end loop;
  for c in select * from (values ('AccessReview', 'status', 'open,submitted,confirmed,cancelled'), ('AccessReviewLine', 'kind', 'grant,holding,token,deputy,engagement'),
    ('AccessReviewLine', 'decision', 'keep,withdraw,shorten'), ('AccessReviewLine', 'outcome', 'kept,withdrawn,shortened,ended-before')) as v (tab, col, allowed) loop
    execute format('alter table %I add constraint %I check (%I = any (string_to_array(%L, '','')))', c.tab, 'kp_' || c.tab || '_' || c.col, c.col, c.allowed);
  end loop;
  for c in select unnest(array['AccessReview', 'AccessReviewLine']) as tab loop
    execute format('alter table %I enable row level security', c.tab);
    execute format('create policy kp_unit on %I using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', c.tab);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', c.tab);
    execute format('create trigger kp_unerased before delete on %I for each row execute function kp_refuse_change()', c.tab);
  end loop;
end $$;

-- One review of a unit's quarter; a cancelled one makes room for another.
create unique index kp_one_access_review on "AccessReview" ("unitId", quarter) where status <> 'cancelled';
-- A decision says all that it needs: a day for what is shortened, a reason for what is withdrawn or kept against a warning.
alter table "AccessReviewLine" add constraint kp_access_review_decision check (
  decision is null and until is null and "decidedBy" is null
  or "decidedBy" is not null and (decision = 'shorten') = (until is not null) and (decision <> 'shorten' or kind in ('grant', 'holding'))
     and (decision = 'shorten' or decision = 'keep' and warnings = '{}' or coalesce(length(reason), 0) >= 5));

-- Who ran it does not confirm it; what is confirmed or cancelled stays as it is.
create function kp_access_review_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'open' then raise exception using errcode = 'KP001', message = 'immutable', detail = 'AccessReview'; end if;
    return new;
  end if;
  if old.status in ('confirmed', 'cancelled') then raise exception using errcode = 'KP003', message = 'sealed', detail = 'AccessReview'; end if;
  if (to_jsonb(new) - '{status,submittedBy,submittedAt,returnReason,endedBy,endedAt,endReason,version}'::text[])
     is distinct from (to_jsonb(old) - '{status,submittedBy,submittedAt,returnReason,endedBy,endedAt,endReason,version}'::text[])
     or (old.status, new.status) not in (('open', 'open'), ('open', 'submitted'), ('open', 'cancelled'), ('submitted', 'submitted'), ('submitted', 'open'), ('submitted', 'confirmed')) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'AccessReview';
  end if;
  if new.status = 'submitted' and old.status = 'open' and new."submittedBy" is distinct from kp_person() then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'AccessReview';
  end if;
  if new.status = 'confirmed' then
    if exists (select 1 from "AccessReviewLine" where "reviewId" = new.id and outcome is null) then
      raise exception using errcode = 'KP001', message = 'immutable', detail = 'AccessReview';
    end if;
    if new."endedBy" is null or new."endedBy" is distinct from kp_person() or new."endedBy" in (new."openedBy", old."submittedBy")
       or exists (select 1 from "AccessReviewLine" where "reviewId" = new.id and "decidedBy" = new."endedBy" and "personId" is distinct from old."submittedBy") then
      raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'AccessReview';
    end if;
  end if;
  return new;
end $$;
create trigger kp_life before insert or update on "AccessReview" for each row execute function kp_access_review_life();

-- The list is frozen as it was made; nobody decides about themselves, and after submission only the runner's own lines are open.
create function kp_access_review_line_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare r "AccessReview"; same boolean;
begin
  select * into r from "AccessReview" where "unitId" = new."unitId" and id = new."reviewId";
  if tg_op = 'INSERT' then
    select x.xmin::text = pg_current_xact_id()::xid::text into same from "AccessReview" x where x.id = r.id;
    if not coalesce(same, false) or new.decision is not null or new.outcome is not null then
      raise exception using errcode = 'KP001', message = 'immutable', detail = 'AccessReviewLine';
    end if;
    return new;
  end if;
  if r.status in ('confirmed', 'cancelled') then raise exception using errcode = 'KP003', message = 'sealed', detail = 'AccessReviewLine'; end if;
  if (to_jsonb(new) - '{decision,until,reason,decidedBy,decidedAt,outcome}'::text[]) is distinct from (to_jsonb(old) - '{decision,until,reason,decidedBy,decidedAt,outcome}'::text[])
     or new.outcome is distinct from old.outcome and (r.status <> 'submitted' or old.outcome is not null or new.decision is null) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'AccessReviewLine';
  end if;
  if (new.decision, new.until, new.reason, new."decidedBy", new."decidedAt") is distinct from (old.decision, old.until, old.reason, old."decidedBy", old."decidedAt") then
    if new."decidedBy" is distinct from kp_person() or new."decidedBy" = new."personId" then
      raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'AccessReviewLine';
    end if;
    if r.status = 'submitted' and new."personId" is distinct from r."submittedBy" then
      raise exception using errcode = 'KP001', message = 'immutable', detail = 'AccessReviewLine';
    end if;
  end if;
  return new;
end $$;
create trigger kp_life before insert or update on "AccessReviewLine" for each row execute function kp_access_review_line_life();

-- What only the person themselves may read, told to who reviews their unit: tokens in force without their digests, ...
create function kp_tokens_in_force(unit uuid) returns table (id uuid, "personId" uuid, name text, "createdAt" timestamptz, "expiresAt" timestamptz, "lastUsedAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t."personId", t.name, t."createdAt", t."expiresAt", t."lastUsedAt" from "ApiToken" t join "Person" p on p.id = t."personId"
  where p."unitId" = unit and unit = any (kp_units()) and kp_operating() and t."revokedAt" is null and (t."expiresAt" is null or t."expiresAt" > clock_timestamp())
$$;

-- ... and when those who have a part in a unit were last at work, and whether they lack a second factor that their role demands.
create function kp_access_use(unit uuid) returns table ("personId" uuid, "lastSeenAt" timestamptz, active boolean, "lacksFactor" boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with concerned as (
    select g."personId" as id from "RoleGrant" g where g."unitId" = unit and g."withdrawnAt" is null
    union select "personId" from "PositionHolding" where "unitId" = unit
    union select "deputyId" from "Deputy" where "unitId" = unit
    union select p.id from "Person" p where p."unitId" = unit
  )
  select p.id, greatest((select max("lastSeenAt") from "Session" s where s."personId" = p.id), (select max("lastUsedAt") from "ApiToken" t where t."personId" = p.id),
      (select max(e.at) from "AuditEvent" e where e."unitId" in (unit, p."unitId") and e."personId" = p.id)),
    p.active, kp_needs_second_factor(p.id) and not kp_has_second_factor(p.id)
  from concerned c join "Person" p on p.id = c.id where unit = any (kp_units()) and kp_operating()
$$;

-- A token says what it may be used for, within what its person may do; those made before go on as they were.
alter table "ApiToken" add column "scopes" text[] default '{read,write}';
alter table "ApiToken" add constraint kp_token_scopes check (scopes <@ '{read,evidence,write}' and scopes <> '{}');
create or replace function kp_token_actor(token text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare t "ApiToken";
begin
  select * into t from "ApiToken" where hash = token;
  if not found or t."revokedAt" is not null or t."expiresAt" < clock_timestamp() then return null; end if;
  if t."lastUsedAt" is null or t."lastUsedAt" < clock_timestamp() - interval '1 minute' then
    update "ApiToken" set "lastUsedAt" = clock_timestamp() where id = t.id;
  end if;
  return kp_actor_of(t."personId") || jsonb_build_object('scopes', t.scopes);
end $$;

-- A person's tokens, never a digest, for themselves and for who reaches them.
create function kp_tokens_of(whom uuid) returns table (id uuid, name text, scopes text[], "createdAt" timestamptz, "expiresAt" timestamptz, "lastUsedAt" timestamptz, "revokedAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.name, t.scopes, t."createdAt", t."expiresAt", t."lastUsedAt", t."revokedAt" from "ApiToken" t
  where t."personId" = whom and (whom = kp_person() or kp_reaches(whom)) order by t."createdAt" desc limit 100
$$;

-- A token ended at once by who reaches its person.
create function kp_revoke_token(token uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update "ApiToken" set "revokedAt" = clock_timestamp() where id = token and "revokedAt" is null and ("personId" = kp_person() or kp_reaches("personId"));
  return found;
end $$;

-- A role that was given until a day ends the sessions that knew it: nobody goes on with what they saw by it, and no job is needed.
create function kp_role_expired(session uuid) returns boolean language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
  select exists (select 1 from "Session" s join "RoleGrant" g on g."personId" = s."personId"
    where s.id = session and g."withdrawnAt" is null and g."from" <= s."createdAt"::date and g."to" > s."createdAt"::date and g."to" <= current_date)
$$;
create or replace function kp_session_actor(session uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s "Session"; held record;
begin
  select * into s from "Session" where id = session;
  if not found or s."revokedAt" is not null or s."expiresAt" < clock_timestamp() then return null; end if;
  select * into held from kp_sign_in_policy(s."personId");
  if s."lastSeenAt" < clock_timestamp() - held.idle or s."createdAt" < clock_timestamp() - held.absolute or kp_role_expired(session) then return null; end if;
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
     and s."lastSeenAt" > clock_timestamp() - held.idle and s."createdAt" > clock_timestamp() - held.absolute and not kp_role_expired(s.id)
     and (s.strong or kp_next_step(whom) is null)
     and (p.id = kp_person() or p."unitId" = any (kp_units()) and kp_operating())
   order by s."lastSeenAt" desc $$;

-- The same for a role that is cut short to today or before.
create or replace function kp_grant_withdrawn() returns trigger
language plpgsql security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
begin
  if old."withdrawnAt" is null and new."withdrawnAt" is not null or new."to" is distinct from old."to" and new."to" <= current_date then
    update "Session" set "revokedAt" = clock_timestamp() where "personId" = new."personId" and "revokedAt" is null;
  end if;
  return null;
end $$;

revoke all on function kp_access_review_life(), kp_access_review_line_life(), kp_tokens_in_force(uuid), kp_access_use(uuid), kp_revoke_token(uuid), kp_tokens_of(uuid), kp_role_expired(uuid) from public;
