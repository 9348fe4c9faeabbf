-- What must never happen is refused here, not only in the code (docs/decisions/001-the-door.md).
create extension if not exists btree_gist;

-- Who is asking: set by the door for one transaction -------------------------------------------------
create function kp_kind() returns text language sql stable as
$$ select nullif(current_setting('keypoint.kind', true), '') $$;
create function kp_person() returns uuid language sql stable as
$$ select nullif(current_setting('keypoint.person', true), '')::uuid $$;
create function kp_units() returns uuid[] language sql stable as
$$ select coalesce(string_to_array(nullif(current_setting('keypoint.units', true), ''), ',')::uuid[], '{}') $$;
create function kp_audience(wanted text) returns boolean language sql stable as
$$ select wanted = any (string_to_array(coalesce(current_setting('keypoint.audience', true), ''), ',')) $$;
create function kp_operating() returns boolean language sql stable as $$ select kp_audience('operating') $$;

create function kp_mode() returns text language sql stable security definer set search_path = public as
$$ select coalesce((select mode from "Installation" where id = 1), 'honest') $$;

create function kp_company() returns boolean language sql stable security definer set search_path = public as
$$ select exists (select 1 from "Unit" where kind = 'company' and id = any (kp_units())) $$;

-- The door's first statement. A clock of one's own is for demonstrations and tests alone.
create function kp_enter(kind text, person uuid, units uuid[], audience text, at timestamptz) returns timestamptz
language plpgsql volatile security definer set search_path = public as $$
begin
  if kind not in ('person', 'job', 'operator', 'seed') then raise exception 'unknown actor kind %', kind; end if;
  if at is not null and kp_mode() = 'honest' and abs(extract(epoch from at - clock_timestamp())) > 300 then
    raise exception using errcode = 'KP006', message = 'clock';
  end if;
  if units is null then select coalesce(array_agg(id), '{}') into units from "Unit"; end if;
  perform set_config('keypoint.kind', kind, true),
          set_config('keypoint.person', coalesce(person::text, ''), true),
          set_config('keypoint.units', array_to_string(units, ','), true),
          set_config('keypoint.audience', audience, true);
  return date_trunc('milliseconds', coalesce(at, clock_timestamp()));
end $$;

-- Who a person is and how far they reach (domain.md, "Who uses it") ----------------------------------
create function kp_actor_of(wanted uuid) returns jsonb language sql stable security definer set search_path = public as $$
  with recursive grants as (
    select "unitId", role from "RoleGrant"
    where "personId" = wanted and "withdrawnAt" is null and "from" <= current_date and ("to" is null or "to" > current_date)
  ), answers as (
    select "unitId" from "Ownership" where "personId" = wanted and "voidedAt" is null and ("to" is null or "to" > current_date)
    union select "unitId" from "Performer" where "personId" = wanted and ("to" is null or "to" > current_date)
  ), reached as (
    select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId" from "Unit" u where u.id in (select "unitId" from grants)
    union
    select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId" from "Unit" u join reached r on u."parentId" = r.id
  ), seen as (
    select * from reached
    union
    select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId" from "Unit" u where u.id in (select "unitId" from answers)
  )
  select jsonb_build_object(
    'personId', p.id, 'email', p.email, 'nameZh', p."nameZh", 'nameEn', p."nameEn", 'language', p.language, 'unitId', p."unitId",
    'mode', kp_mode(),
    'grants', coalesce((select jsonb_agg(jsonb_build_object('unitId', "unitId", 'role', role) order by role) from grants), '[]'),
    'units', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'code', code, 'kind', kind, 'nameZh', "nameZh",
                              'nameEn', "nameEn", 'parentId', "parentId") order by code) from seen), '[]'))
  from "Person" p where p.id = wanted and p.active
$$;

create function kp_person_names(wanted uuid[]) returns table (id uuid, "nameZh" text, "nameEn" text)
language sql stable security definer set search_path = public as
$$ select p.id, p."nameZh", p."nameEn" from "Person" p where p.id = any (wanted) and kp_kind() is not null $$;

-- Sign-in: narrow functions, since nobody is inside the door yet ---------------------------------------
create function kp_credential(address text) returns table ("personId" uuid, "passwordHash" text)
language sql stable security definer set search_path = public as
$$ select p.id, c."passwordHash" from "Person" p join "Credential" c on c."personId" = p.id
   where lower(p.email) = lower(address) and p.active $$;

create function kp_credential_of(person uuid) returns text language sql stable security definer set search_path = public as
$$ select c."passwordHash" from "Credential" c join "Person" p on p.id = c."personId" where p.id = person and p.active $$;

create function kp_set_credential(person uuid, hash text) returns void language sql volatile security definer set search_path = public as
$$ insert into "Credential" ("personId", "passwordHash", "changedAt") values (person, hash, clock_timestamp())
   on conflict ("personId") do update set "passwordHash" = excluded."passwordHash", "changedAt" = excluded."changedAt" $$;

create function kp_person_by_email(address text) returns uuid language sql stable security definer set search_path = public as
$$ select id from "Person" where lower(email) = lower(address) and active $$;

create function kp_open_session(session uuid, person uuid, lasts interval, agent text) returns void
language sql volatile security definer set search_path = public as
$$ insert into "Session" (id, "personId", "createdAt", "lastSeenAt", "expiresAt", "userAgent")
   values (session, person, clock_timestamp(), clock_timestamp(), clock_timestamp() + lasts, left(agent, 300)) $$;

create function kp_session_actor(session uuid, idle interval) returns jsonb
language plpgsql volatile security definer set search_path = public as $$
declare s "Session";
begin
  select * into s from "Session" where id = session;
  if not found or s."revokedAt" is not null or s."expiresAt" < clock_timestamp() or s."lastSeenAt" < clock_timestamp() - idle then
    return null;
  end if;
  if s."lastSeenAt" < clock_timestamp() - interval '1 minute' then
    update "Session" set "lastSeenAt" = clock_timestamp() where id = session;
  end if;
  return kp_actor_of(s."personId");
end $$;

create function kp_end_session(session uuid) returns void language sql volatile security definer set search_path = public as
$$ update "Session" set "revokedAt" = clock_timestamp() where id = session and "revokedAt" is null $$;

create function kp_end_sessions_of(person uuid, besides uuid) returns integer
language plpgsql volatile security definer set search_path = public as $$
declare ended integer;
begin
  update "Session" set "revokedAt" = clock_timestamp()
  where "personId" = person and "revokedAt" is null and id is distinct from besides;
  get diagnostics ended = row_count;
  return ended;
end $$;

create function kp_token_actor(token text) returns jsonb language plpgsql volatile security definer set search_path = public as $$
declare t "ApiToken";
begin
  select * into t from "ApiToken" where hash = token;
  if not found or t."revokedAt" is not null or t."expiresAt" < clock_timestamp() then return null; end if;
  if t."lastUsedAt" is null or t."lastUsedAt" < clock_timestamp() - interval '1 minute' then
    update "ApiToken" set "lastUsedAt" = clock_timestamp() where id = t.id;
  end if;
  return kp_actor_of(t."personId");
end $$;

create function kp_make_link(link uuid, person uuid, digest text, lasts interval) returns void
language sql volatile security definer set search_path = public as
$$ insert into "OneTimeLink" (id, "personId", hash, "createdAt", "expiresAt")
   values (link, person, digest, clock_timestamp(), clock_timestamp() + lasts) $$;

create function kp_see_link(digest text) returns uuid language sql stable security definer set search_path = public as
$$ select l."personId" from "OneTimeLink" l join "Person" p on p.id = l."personId"
   where l.hash = digest and l."usedAt" is null and l."expiresAt" > clock_timestamp() and p.active $$;

create function kp_use_link(digest text) returns uuid language plpgsql volatile security definer set search_path = public as $$
declare person uuid;
begin
  update "OneTimeLink" set "usedAt" = clock_timestamp()
  where hash = digest and "usedAt" is null and "expiresAt" > clock_timestamp() returning "personId" into person;
  return person;
end $$;

create function kp_failed_attempts(whom text, since interval) returns integer language sql stable security definer set search_path = public as
$$ select count(*)::integer from "SignInAttempt" where subject = whom and not ok and at > clock_timestamp() - since $$;

create function kp_note_attempt(attempt uuid, whom text, good boolean) returns void
language plpgsql volatile security definer set search_path = public as $$
begin
  insert into "SignInAttempt" (id, subject, ok, at) values (attempt, whom, good, clock_timestamp());
  if good then delete from "SignInAttempt" where subject = whom and not ok; end if;
  delete from "SignInAttempt" where at < clock_timestamp() - interval '1 day';
end $$;

-- The audit chain: one per unit, sealed at insert (docs/decisions/002-the-audit-chain.md) ---------------
create function kp_seal_event() returns trigger language plpgsql security definer set search_path = public as $$
declare head "AuditHead"; said jsonb := new.canonical::jsonb;
begin
  new.type := said ->> 'type';
  new.at := (said ->> 'at')::timestamptz;
  new."actorKind" := said #>> '{actor,kind}';
  new."personId" := (said #>> '{actor,personId}')::uuid;
  if new.type is null or new.at is null or new."actorKind" is distinct from kp_kind() or new."personId" is distinct from kp_person() then
    raise exception using errcode = 'KP005', message = 'audit-actor';
  end if;
  insert into "AuditHead" ("unitId", sequence, hash) values (new."unitId", 0, repeat('0', 64)) on conflict do nothing;
  select * into head from "AuditHead" where "unitId" = new."unitId" for update;
  new.sequence := head.sequence + 1;
  new."recordedAt" := clock_timestamp();
  if kp_mode() = 'honest' and abs(extract(epoch from new.at - new."recordedAt")) > 300 then
    raise exception using errcode = 'KP006', message = 'clock';
  end if;
  new."previousHash" := head.hash;
  new.hash := encode(sha256(convert_to(concat_ws('|', new."previousHash", new.sequence,
    to_char(new."recordedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), new.canonical), 'UTF8')), 'hex');
  update "AuditHead" set sequence = new.sequence, hash = new.hash where "unitId" = new."unitId";
  return new;
end $$;
create trigger kp_seal before insert on "AuditEvent" for each row execute function kp_seal_event();

create function kp_refuse_change() returns trigger language plpgsql as $$
begin raise exception using errcode = 'KP001', message = 'immutable', detail = tg_table_name; end $$;

do $$ declare t text; begin
  foreach t in array array['AuditEvent', 'AuditSubject', 'RefusalNote', 'EvidenceRecord', 'EvidenceVersion', 'EvidenceFile', 'Signature',
    'DesignTest', 'ConformityTest', 'Population', 'PopulationItem', 'Draw', 'Sample', 'TestConclusion', 'TestReview',
    'DeficiencyConfirmation', 'Grading', 'RemediationPlan', 'RetestSample', 'Closure', 'Point', 'Release'] loop
    execute format('create trigger kp_immutable before update or delete on %I for each row execute function kp_refuse_change()', t);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', t);
  end loop;
  -- never erased, though their state moves on
  foreach t in array array['Assessment', 'Test', 'Deficiency', 'Statement', 'EvidenceUse', 'Obligation', 'Ownership', 'Disagreement',
    'ExceptionDecision', 'AttributeJudgement', 'PlanExtension', 'Implementation', 'Retest', 'Person', 'Unit', 'RoleGrant',
    'PositionHolding', 'Performer', 'ApplicabilityOverride', 'Engagement'] loop
    execute format('create trigger kp_unerased before delete on %I for each row execute function kp_refuse_change()', t);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', t);
  end loop;
end $$;

-- A new unit is reached by whoever may found it ------------------------------------------------------------
create function kp_found_unit() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not kp_operating() or not (new."parentId" = any (kp_units()) or (new."parentId" is null and kp_kind() in ('operator', 'seed'))) then
    raise exception using errcode = 'KP004', message = 'not-found';
  end if;
  perform set_config('keypoint.units', array_to_string(kp_units() || new.id, ','), true);
  return new;
end $$;
create trigger kp_found before insert on "Unit" for each row execute function kp_found_unit();

-- The handbook: only a draft may be written; one edition in force -------------------------------------------
create function kp_only_draft() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op <> 'INSERT' and (select status from "Edition" where id = old."editionId") <> 'draft'
     or tg_op <> 'DELETE' and (select status from "Edition" where id = new."editionId") <> 'draft' then
    raise exception using errcode = 'KP001', message = 'immutable', detail = tg_table_name;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
do $$ declare t text; begin
  foreach t in array array['HandbookNode', 'Step', 'PointVersion'] loop
    execute format('create trigger kp_only_draft before insert or update or delete on %I for each row execute function kp_only_draft()', t);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', t);
  end loop;
end $$;

create function kp_edition_life() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then raise exception using errcode = 'KP001', message = 'immutable', detail = 'Edition'; end if;
    return old;
  end if;
  if old.status = 'superseded' or old.status = 'published' and
     (new.status not in ('published', 'superseded')
      or (to_jsonb(new) - '{status,supersededAt,version}'::text[]) is distinct from (to_jsonb(old) - '{status,supersededAt,version}'::text[])) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Edition';
  end if;
  if new.status = 'published' and new."reviewedBy" is not null and new."reviewedBy" in (new."submittedBy", new."draftedBy") then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Edition';
  end if;
  return new;
end $$;
create trigger kp_life before update or delete on "Edition" for each row execute function kp_edition_life();
create unique index kp_one_edition_in_force on "Edition" ((true)) where status = 'published';

-- Ownership: at most one owner per unit and point at any time -------------------------------------------------
alter table "Ownership" add constraint kp_one_owner exclude using gist
  ("unitId" with =, "pointId" with =, daterange("from", "to") with &&) where ("voidedAt" is null);
alter table "Ownership" add constraint kp_ownership_dates check ("to" is null or "to" >= "from");

create function kp_answers_for(person uuid, unit uuid, point uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from "Ownership" where "unitId" = unit and "pointId" = point and "personId" = person
                 and "voidedAt" is null and "from" <= current_date and ("to" is null or "to" > current_date))
      or exists (select 1 from "Performer" where "unitId" = unit and "pointId" = point and "personId" = person
                 and "from" <= current_date and ("to" is null or "to" > current_date))
$$;

-- Separation of duties, as far as the database can say it ------------------------------------------------------
create function kp_test_life() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    if old.status = 'sealed' then raise exception using errcode = 'KP003', message = 'sealed', detail = 'Test'; end if;
    if (new."assessmentId", new."pointId", new."pointVersionId", new.frequency, new.quarter) is distinct from
       (old."assessmentId", old."pointId", old."pointVersionId", old.frequency, old.quarter) then
      raise exception using errcode = 'KP001', message = 'immutable', detail = 'Test';
    end if;
  end if;
  if new."testerPersonId" is not null and (tg_op = 'INSERT' or new."testerPersonId" is distinct from old."testerPersonId") then
    if new."testerPersonId" = new."ownerPersonId" or kp_answers_for(new."testerPersonId", new."unitId", new."pointId")
       or exists (select 1 from "EvidenceVersion" v join "EvidenceUse" u on u."unitId" = v."unitId" and u."versionId" = v.id
                  join "Obligation" o on o."unitId" = u."unitId" and o.id = u."obligationId"
                  where v."unitId" = new."unitId" and o."pointId" = new."pointId" and o.quarter = new.quarter
                    and v."submittedBy" = new."testerPersonId") then
      raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Test';
    end if;
  end if;
  if new."reviewerPersonId" is not null and (tg_op = 'INSERT' or new."reviewerPersonId" is distinct from old."reviewerPersonId"
       or new."testerPersonId" is distinct from old."testerPersonId") then
    if new."reviewerPersonId" in (new."testerPersonId", new."ownerPersonId")
       or kp_answers_for(new."reviewerPersonId", new."unitId", new."pointId") then
      raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Test';
    end if;
  end if;
  return new;
end $$;
create trigger kp_life before insert or update on "Test" for each row execute function kp_test_life();

create function kp_paper_open() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from "Test" where "unitId" = new."unitId" and id = new."testId" and status = 'sealed') then
    raise exception using errcode = 'KP003', message = 'sealed', detail = tg_table_name;
  end if;
  return new;
end $$;
create function kp_sample_open() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from "Sample" s join "Test" t on t."unitId" = s."unitId" and t.id = s."testId"
             where s."unitId" = new."unitId" and s.id = new."sampleId" and t.status in ('sealed', 'signed-off', 'reviewed', 'concluded')) then
    raise exception using errcode = 'KP003', message = 'sealed', detail = tg_table_name;
  end if;
  return new;
end $$;
do $$ declare t text; begin
  foreach t in array array['DesignTest', 'ConformityTest', 'Population', 'Draw', 'Sample', 'TestConclusion', 'TestReview', 'Disagreement'] loop
    execute format('create trigger kp_open before insert or update on %I for each row execute function kp_paper_open()', t);
  end loop;
  foreach t in array array['AttributeJudgement', 'ExceptionDecision'] loop
    execute format('create trigger kp_open before insert or update on %I for each row execute function kp_sample_open()', t);
  end loop;
end $$;

create function kp_assessment_life() returns trigger language plpgsql as $$
begin
  if old.status = 'closed' then raise exception using errcode = 'KP003', message = 'sealed', detail = 'Assessment'; end if;
  return new;
end $$;
create trigger kp_life before update on "Assessment" for each row execute function kp_assessment_life();

create function kp_use_life() returns trigger language plpgsql security definer set search_path = public as $$
declare v "EvidenceVersion";
begin
  if old.status = 'sealed' or old."sealedAt" is not null then
    raise exception using errcode = 'KP003', message = 'sealed', detail = 'EvidenceUse';
  end if;
  if (new."versionId", new."obligationId", new."submittedAt", new."unitId", new.late) is distinct from
     (old."versionId", old."obligationId", old."submittedAt", old."unitId", old.late)
     or (old.status, new.status) not in (('submitted', 'submitted'), ('submitted', 'accepted'), ('submitted', 'returned'),
         ('accepted', 'accepted'), ('accepted', 'sealed'), ('returned', 'returned')) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'EvidenceUse';
  end if;
  if new."decidedBy" is not null and new."decidedBy" is distinct from old."decidedBy" then
    select * into v from "EvidenceVersion" where "unitId" = new."unitId" and id = new."versionId";
    if new."decidedBy" in (v."submittedBy", v."performedBy") then
      raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'EvidenceUse';
    end if;
  end if;
  return new;
end $$;
create trigger kp_life before update on "EvidenceUse" for each row execute function kp_use_life();

create function kp_retest_life() returns trigger language plpgsql security definer set search_path = public as $$
declare d "Deficiency";
begin
  select * into d from "Deficiency" where "unitId" = new."unitId" and id = new."deficiencyId";
  if new."testerPersonId" in (d."ownerPersonId", d."remediatorPersonId") or kp_answers_for(new."testerPersonId", new."unitId", d."pointId")
     or (d.grade in ('significant-deficiency', 'material-weakness') and new."testerPersonId" = d."firstTesterPersonId") then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Retest';
  end if;
  return new;
end $$;
create trigger kp_life before insert on "Retest" for each row execute function kp_retest_life();

create function kp_statement_life() returns trigger language plpgsql as $$
begin
  if old.status in ('signed', 'countersigned', 'refused', 'withdrawn') and
     ((old.status, new.status) not in (('signed', 'signed'), ('signed', 'countersigned'), ('signed', 'withdrawn'), ('countersigned', 'withdrawn'))
      or (to_jsonb(new) - '{status,endedBy,endedAt,endReason,version,documentSha256}'::text[])
         is distinct from (to_jsonb(old) - '{status,endedBy,endedAt,endReason,version,documentSha256}'::text[])
      or (old."documentSha256" is not null and new."documentSha256" is distinct from old."documentSha256")) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Statement';
  end if;
  return new;
end $$;
create trigger kp_life before update on "Statement" for each row execute function kp_statement_life();

create function kp_grant_life() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from "RoleGrant" g where g."personId" = new."personId" and g."withdrawnAt" is null and g.id <> new.id
             and (g."to" is null or g."to" > current_date)
             and ((new.role = 'external-auditor') <> (g.role = 'external-auditor')
               or (new.role = 'administrator' and g.role in ('tester', 'finance-lead', 'plant-manager', 'control-office', 'chief-accountant', 'leadership', 'internal-audit'))
               or (g.role = 'administrator' and new.role in ('tester', 'finance-lead', 'plant-manager', 'control-office', 'chief-accountant', 'leadership', 'internal-audit')))) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'RoleGrant';
  end if;
  return new;
end $$;
create trigger kp_life before insert on "RoleGrant" for each row execute function kp_grant_life();

-- Values ------------------------------------------------------------------------------------------------------
do $$ declare c record; begin
  for c in select * from (values
    ('Installation', 'mode', 'honest,demo,test'),
    ('Unit', 'kind', 'company,region,coal,gas,hydro,wind,solar'),
    ('Person', 'language', 'zh-CN,zh-TW,en'),
    ('RoleGrant', 'role', 'control-owner,performer,evidence-reviewer,department-head,finance-lead,tester,plant-manager,control-office,chief-accountant,leadership,internal-audit,external-auditor,administrator'),
    ('Edition', 'status', 'draft,in-review,published,superseded'),
    ('HandbookNode', 'kind', 'soft-element,process'),
    ('PointVersion', 'frequency', 'yearly,half-yearly,quarterly,monthly,weekly,daily,many-daily,on-occurrence'),
    ('PointVersion', 'nature', 'manual,automated,it-dependent'),
    ('PointVersion', 'effect', 'preventive,detective'),
    ('PointVersion', 'component', 'control-environment,risk-assessment,control-activities,information-communication,monitoring'),
    ('PointVersion', 'aspect', 'formulation,communication,understanding,execution,supervision,outcome'),
    ('PointVersion', 'provenance', 'source,adapted,composed'),
    ('Obligation', 'kind', 'record,register'),
    ('EvidenceUse', 'status', 'submitted,accepted,returned,sealed'),
    ('Assessment', 'status', 'planned,open,in-review,closed'),
    ('Test', 'status', 'unassigned,assigned,in-progress,concluded,reviewed,signed-off,sealed'),
    ('Test', 'conclusion', 'effective,ineffective,did-not-occur,not-due,not-applicable'),
    ('DesignTest', 'result', 'effective,ineffective,no-change'),
    ('ConformityTest', 'result', 'same,different,better,no-change'),
    ('Draw', 'method', 'random,judgemental'),
    ('AttributeJudgement', 'outcome', 'met,not-met,not-applicable'),
    ('ExceptionDecision', 'nature', 'systematic,deliberate,random'),
    ('TestConclusion', 'conclusion', 'effective,ineffective,did-not-occur,not-due,not-applicable'),
    ('TestReview', 'outcome', 'reviewed,returned,reopened'),
    ('Deficiency', 'kind', 'design,operating'),
    ('Deficiency', 'source', 'test,inspection,audit,self-report'),
    ('Deficiency', 'cause', 'execution,misunderstanding,design,system'),
    ('Deficiency', 'status', 'registered,contested,confirmed,graded,planned,in-remediation,implemented,observing,retesting,closed,accepted,withdrawn'),
    ('Deficiency', 'grade', 'control-deficiency,significant-deficiency,material-weakness'),
    ('DeficiencyConfirmation', 'outcome', 'confirmed,deemed,contested,upheld,overturned'),
    ('Grading', 'kind', 'proposed,graded,regraded,determined'),
    ('Grading', 'grade', 'control-deficiency,significant-deficiency,material-weakness'),
    ('Grading', 'likelihood', 'remote,reasonably-possible,probable'),
    ('Implementation', 'outcome', 'verified,rejected'),
    ('Retest', 'outcome', 'passed,failed'),
    ('Closure', 'kind', 'closed,withdrawal-proposed,withdrawn,risk-accepted,acceptance-expired'),
    ('Statement', 'kind', 'statement,letter,confirmation'),
    ('Statement', 'status', 'drafted,ready,signed,countersigned,refused,withdrawn'),
    ('Signature', 'kind', 'sign,countersign')
  ) as v (tab, col, allowed) loop
    execute format('alter table %I add constraint %I check (%I = any (string_to_array(%L, '','')))', c.tab, 'kp_' || c.tab || '_' || c.col, c.col, c.allowed);
  end loop;
end $$;
alter table "EvidenceFile" add constraint kp_sha256 check (sha256 ~ '^[0-9a-f]{64}$');
create unique index kp_person_email on "Person" (lower(email));
create unique index kp_test_deficiency on "Deficiency" ("unitId", "testId", kind) where "testId" is not null and status <> 'withdrawn';

-- Every column that names a person does so truly ----------------------------------------------------------------
do $$ declare c record; begin
  for c in select table_name, column_name from information_schema.columns
    where table_schema = 'public' and udt_name = 'uuid' and (column_name ~ '(By|PersonId)$' or column_name in ('by', 'personId')) loop
    if not exists (select 1 from information_schema.key_column_usage k join information_schema.table_constraints t using (constraint_name, table_schema, table_name)
      where t.constraint_type = 'FOREIGN KEY' and k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = c.column_name) then
      execute format('alter table %I add constraint %I foreign key (%I) references "Person" (id)', c.table_name,
        'kp_' || c.table_name || '_' || c.column_name || '_fkey', c.column_name);
    end if;
  end loop;
end $$;

-- Row-level security: outside the door there is nothing to see -------------------------------------------------------
do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like '\_%' loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;

create function kp_released(kind text, subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select kp_audience('released') and exists (
    select 1 from "Release" r
    join "Engagement" e on e.id = r."engagementId" and e."endedAt" is null and current_date between e."from" and e."to"
    join "EngagementMember" m on m."engagementId" = e.id and m."personId" = kp_person()
    where r."subjectKind" = kind and r."subjectId" = subject)
$$;

-- Records of a unit: internal readers see all of the units they reach; nobody else sees or writes any.
do $$ declare t text; begin
  foreach t in array array['Department', 'Position', 'Person', 'PositionHolding', 'RoleGrant', 'Ownership', 'Performer', 'ApplicabilityOverride',
    'AuditEvent', 'AuditSubject', 'Counter', 'OutboxMessage', 'Engagement', 'EngagementMember', 'Release'] loop
    execute format('create policy kp_unit on %I using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', t);
  end loop;
end $$;

-- Records that a release may show to an external auditor, by their own id or through what they belong to.
do $$ declare p record; begin
  for p in select * from (values
    ('Assessment', $q$kp_released('assessment', id)$q$),
    ('Test', $q$kp_released('test', id)$q$),
    ('DesignTest', $q$kp_released('test', "testId")$q$),
    ('ConformityTest', $q$kp_released('test', "testId")$q$),
    ('Population', $q$kp_released('test', "testId")$q$),
    ('PopulationItem', $q$exists (select 1 from "Population" x where x.id = "populationId")$q$),
    ('Draw', $q$kp_released('test', "testId")$q$),
    ('Sample', $q$kp_released('test', "testId")$q$),
    ('AttributeJudgement', $q$exists (select 1 from "Sample" x where x.id = "sampleId")$q$),
    ('ExceptionDecision', $q$exists (select 1 from "Sample" x where x.id = "sampleId")$q$),
    ('TestConclusion', $q$kp_released('test', "testId")$q$),
    ('TestReview', $q$kp_released('test', "testId")$q$),
    ('Disagreement', $q$kp_released('test', "testId")$q$),
    ('EvidenceRecord', $q$kp_released('record', id)$q$),
    ('EvidenceVersion', $q$kp_released('record', "recordId")$q$),
    ('EvidenceFile', $q$exists (select 1 from "EvidenceVersion" x where x.id = "versionId")$q$),
    ('EvidenceUse', $q$exists (select 1 from "EvidenceVersion" x where x.id = "versionId")$q$),
    ('Obligation', $q$exists (select 1 from "EvidenceUse" x where x."obligationId" = "Obligation".id)$q$),
    ('Deficiency', $q$kp_released('deficiency', id)$q$),
    ('DeficiencyConfirmation', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('Grading', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('RemediationPlan', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('PlanExtension', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('Implementation', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('Retest', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('RetestSample', $q$exists (select 1 from "Retest" x where x.id = "retestId")$q$),
    ('Closure', $q$kp_released('deficiency', "deficiencyId")$q$),
    ('Statement', $q$kp_released('statement', id)$q$),
    ('Signature', $q$kp_released('statement', "statementId")$q$)
  ) as v (tab, shown) loop
    execute format('create policy kp_read on %I for select using ("unitId" = any ((select kp_units())::uuid[]) and ((select kp_operating()) or %s))', p.tab, p.shown);
    execute format('create policy kp_insert on %I for insert with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', p.tab);
    execute format('create policy kp_update on %I for update using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', p.tab);
    execute format('create policy kp_delete on %I for delete using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', p.tab);
  end loop;
end $$;

create policy kp_unit on "Unit" using (id = any ((select kp_units())::uuid[])) with check (id = any ((select kp_units())::uuid[]) and (select kp_operating()));
create policy kp_head on "AuditHead" for select using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));
create policy kp_note_read on "RefusalNote" for select using (("unitId" is null or "unitId" = any ((select kp_units())::uuid[])) and (select kp_operating()));
create policy kp_note_write on "RefusalNote" for insert with check ("personId" is not distinct from (select kp_person()));

-- The handbook belongs to the company: read by everybody inside, drafts by those who reach the company, written by them alone.
create policy kp_read on "Edition" for select using ((select kp_kind()) is not null and (status in ('published', 'superseded') or (select kp_operating()) and (select kp_company())));
create policy kp_insert on "Edition" for insert with check ((select kp_operating()) and (select kp_company()));
create policy kp_update on "Edition" for update using ((select kp_operating()) and (select kp_company()));
create policy kp_delete on "Edition" for delete using ((select kp_operating()) and (select kp_company()));
do $$ declare t text; begin
  foreach t in array array['HandbookNode', 'Step', 'PointVersion'] loop
    execute format('create policy kp_read on %I for select using ("editionId" in (select id from "Edition"))', t);
    execute format('create policy kp_write on %I using ((select kp_operating()) and (select kp_company()) and "editionId" in (select id from "Edition"))
      with check ((select kp_operating()) and (select kp_company()))', t);
  end loop;
  foreach t in array array['Point', 'Holiday'] loop
    execute format('create policy kp_read on %I for select using ((select kp_kind()) is not null)', t);
    execute format('create policy kp_write on %I using ((select kp_operating()) and (select kp_company())) with check ((select kp_operating()) and (select kp_company()))', t);
  end loop;
end $$;
create policy kp_office on "HandbookImport" using ((select kp_operating()) and (select kp_company())) with check ((select kp_operating()) and (select kp_company()));

-- One's own.
create policy kp_own on "Session" using ("personId" = (select kp_person()));
create policy kp_own on "ApiToken" using ("personId" = (select kp_person()) or (select kp_kind()) = 'operator')
  with check ("personId" = (select kp_person()) or (select kp_kind()) = 'operator');
create policy kp_own on "IdempotencyKey" using ("personId" = (select kp_person())) with check ("personId" = (select kp_person()));
create policy kp_read on "Installation" for select using ((select kp_kind()) is not null);

-- Nobody: only the narrow functions above.
create policy kp_nobody on "Credential" using (false);
create policy kp_nobody on "OneTimeLink" using (false);
create policy kp_nobody on "SignInAttempt" using (false);

-- Functions are for the application's role alone (prisma/grants.sql).
do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname like 'kp\_%' loop
    execute format('revoke all on function %s from public', f.name);
  end loop;
end $$;
