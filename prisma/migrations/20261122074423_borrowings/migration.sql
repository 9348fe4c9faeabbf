-- A unit without enough independent people borrows a tester, who sees the papers named and nothing else of it (domain.md, "Who uses it").
-- CreateTable
CREATE TABLE "Borrowing" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "assessmentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "lastDay" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'asked',
    "askedBy" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "homeUnitId" UUID,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Borrowing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BorrowedPaper" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "borrowingId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "BorrowedPaper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Borrowing_personId_idx" ON "Borrowing"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Borrowing_unitId_id_key" ON "Borrowing"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Borrowing_unitId_number_key" ON "Borrowing"("unitId", "number");

-- CreateIndex
CREATE INDEX "BorrowedPaper_testId_idx" ON "BorrowedPaper"("testId");

-- CreateIndex
CREATE UNIQUE INDEX "BorrowedPaper_unitId_id_key" ON "BorrowedPaper"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BorrowedPaper_borrowingId_testId_key" ON "BorrowedPaper"("borrowingId", "testId");

-- AddForeignKey
ALTER TABLE "BorrowedPaper" ADD CONSTRAINT "BorrowedPaper_unitId_borrowingId_fkey" FOREIGN KEY ("unitId", "borrowingId") REFERENCES "Borrowing"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "Borrowing" add constraint kp_borrowing_assessment foreign key ("unitId", "assessmentId") references "Assessment" ("unitId", id);
alter table "Borrowing" add constraint kp_borrowing_home foreign key ("homeUnitId") references "Unit" (id);
alter table "BorrowedPaper" add constraint kp_borrowed_test foreign key ("unitId", "testId") references "Test" ("unitId", id);
alter table "Borrowing" add constraint kp_borrowing_status check (status in ('asked', 'lent', 'declined', 'withdrawn', 'ended'));
alter table "Borrowing" add constraint kp_borrowing_lent check ((status not in ('lent', 'ended') or "personId" is not null and "homeUnitId" is not null) and "homeUnitId" <> "unitId");
do $$ declare c record; begin
  for c in select * from (values ('askedBy'), ('personId'), ('decidedBy'), ('endedBy')) as v (col) loop
    execute format('alter table "Borrowing" add constraint %I foreign key (%I) references "Person" (id)', 'kp_Borrowing_' || c.col || '_fkey', c.col);
  end loop;
  for c in select unnest(array['Borrowing', 'BorrowedPaper']) as tab loop
    execute format('alter table %I enable row level security', c.tab);
    execute format('create policy kp_unit on %I using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', c.tab);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', c.tab);
    execute format('create trigger kp_unerased before delete on %I for each row execute function kp_refuse_change()', c.tab);
  end loop;
end $$;
create trigger kp_immutable before update on "BorrowedPaper" for each row execute function kp_refuse_change();
-- Whom it concerns sees it: the tester who is lent, and the unit that lends.
create policy kp_lent on "Borrowing" for select using ("personId" = (select kp_person()) or "homeUnitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));
create policy kp_lent on "BorrowedPaper" for select using (exists (select 1 from "Borrowing" b where b.id = "borrowingId" and b."personId" = (select kp_person())));

create function kp_borrowing_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((old.status, new.status) not in (('asked', 'lent'), ('asked', 'declined'), ('asked', 'withdrawn'), ('lent', 'ended'))
     or (to_jsonb(new) - '{status,personId,homeUnitId,decidedBy,decidedAt,endedBy,endedAt,endReason,version}'::text[]) is distinct from (to_jsonb(old) - '{status,personId,homeUnitId,decidedBy,decidedAt,endedBy,endedAt,endReason,version}'::text[])
     or old."personId" is not null and (new."personId", new."homeUnitId") is distinct from (old."personId", old."homeUnitId")) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Borrowing';
  end if;
  if new.status = 'lent' and not exists (select 1 from "Person" where id = new."personId" and "unitId" = new."homeUnitId" and active) then
    raise exception using errcode = 'KP004', message = 'not-found';
  end if;
  if new.status = 'lent' and exists (select 1 from "Ownership" where "unitId" = new."unitId" and "personId" = new."personId" and "voidedAt" is null and ("to" is null or "to" > new."askedAt"::date)
       union all select 1 from "Performer" where "unitId" = new."unitId" and "personId" = new."personId" and ("to" is null or "to" > new."askedAt"::date)) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Borrowing';
  end if;
  return new;
end $$;
create trigger kp_life before insert or update on "Borrowing" for each row execute function kp_borrowing_life();

-- The papers that somebody is lent for on a day: still theirs to test, in an assessment that is not closed.
create function kp_lent_papers(person uuid, day date) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(t.id), '{}') from "Borrowing" b join "BorrowedPaper" p on p."unitId" = b."unitId" and p."borrowingId" = b.id
    join "Test" t on t."unitId" = p."unitId" and t.id = p."testId" join "Assessment" a on a."unitId" = t."unitId" and a.id = t."assessmentId"
  where b."personId" = person and b.status = 'lent' and b."lastDay" >= day and t."testerPersonId" = person and a.status <> 'closed'
$$;

-- Whoever is lent to a unit neither owns, performs nor reviews there for that time.
create function kp_borrowed_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
declare whom uuid := (to_jsonb(new) ->> (case when tg_table_name = 'Test' then 'reviewerPersonId' else 'personId' end))::uuid;
begin
  if tg_table_name = 'Test' and tg_op = 'UPDATE' and whom is not distinct from (to_jsonb(old) ->> 'reviewerPersonId')::uuid then return new; end if;
  if whom is not null and exists (select 1 from "Borrowing" where "unitId" = new."unitId" and "personId" = whom and status = 'lent' and "lastDay" >= current_date) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = tg_table_name;
  end if;
  return new;
end $$;
create trigger kp_borrowed before insert on "Ownership" for each row execute function kp_borrowed_apart();
create trigger kp_borrowed before insert on "Performer" for each row execute function kp_borrowed_apart();
create trigger kp_borrowed before insert or update of "reviewerPersonId" on "Test" for each row when (new."reviewerPersonId" is not null) execute function kp_borrowed_apart();

-- The door says which papers somebody is lent for, beside the units that they reach.
create or replace function kp_enter(kind text, person uuid, units uuid[], audience text, at timestamptz) returns timestamptz
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare moment timestamptz := date_trunc('milliseconds', coalesce(at, clock_timestamp()));
begin
  if kind not in ('person', 'job', 'operator', 'seed') then raise exception 'unknown actor kind %', kind; end if;
  if at is not null and kp_mode() = 'honest' and abs(extract(epoch from at - clock_timestamp())) > 300 then
    raise exception using errcode = 'KP006', message = 'clock';
  end if;
  if units is null then select coalesce(array_agg(id), '{}') into units from "Unit"; end if;
  perform set_config('keypoint.kind', kind, true),
          set_config('keypoint.person', coalesce(person::text, ''), true),
          set_config('keypoint.units', array_to_string(units, ','), true),
          set_config('keypoint.papers', case when kind = 'person' then array_to_string(kp_lent_papers(person, (moment at time zone 'Asia/Shanghai')::date), ',') else '' end, true),
          set_config('keypoint.audience', audience, true);
  return moment;
end $$;
create function kp_papers() returns uuid[] language sql stable as
$$ select coalesce(string_to_array(nullif(current_setting('keypoint.papers', true), ''), ',')::uuid[], '{}') $$;

-- What belongs to those papers: their own parts, the evidence of the point for the quarter, and who answers for the point.
create function kp_paper_parts(kind text) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare papers uuid[] := kp_papers(); found uuid[];
begin
  if papers = '{}' then return '{}'; end if;
  case kind
    when 'unit' then select array_agg(distinct "unitId") into found from "Test" where id = any (papers);
    when 'assessment' then select array_agg(distinct "assessmentId") into found from "Test" where id = any (papers);
    when 'population' then select array_agg(p.id) into found from "Test" t join "Population" p on p."unitId" = t."unitId" and p."testId" = t.id where t.id = any (papers);
    when 'sample' then select array_agg(s.id) into found from "Test" t join "Sample" s on s."unitId" = t."unitId" and s."testId" = t.id where t.id = any (papers);
    when 'obligation' then select array_agg(o.id) into found from "Test" t join "Obligation" o on o."unitId" = t."unitId" and o."pointId" = t."pointId" and o.quarter = t.quarter where t.id = any (papers);
    when 'version' then select array_agg(distinct u."versionId") into found from "Test" t join "Obligation" o on o."unitId" = t."unitId" and o."pointId" = t."pointId" and o.quarter = t.quarter
      join "EvidenceUse" u on u."unitId" = o."unitId" and u."obligationId" = o.id where t.id = any (papers);
    when 'record' then select array_agg(distinct v."recordId") into found from "EvidenceVersion" v where v.id = any (kp_paper_parts('version'));
    when 'ownership' then select array_agg(o.id) into found from "Test" t join "Ownership" o on o."unitId" = t."unitId" and o."pointId" = t."pointId" where t.id = any (papers);
    when 'performer' then select array_agg(o.id) into found from "Test" t join "Performer" o on o."unitId" = t."unitId" and o."pointId" = t."pointId" where t.id = any (papers);
    when 'department' then select array_agg(d.id) into found from "Test" t join "PointVersion" v on v.id = t."pointVersionId" join "Department" d on d."unitId" = t."unitId" and d.code = v.department where t.id = any (papers);
    else raise exception 'unknown part %', kind;
  end case;
  return coalesce(found, '{}');
end $$;

do $$ declare p record; begin
  for p in select * from (values
    ('Test', 'id = any ((select kp_papers())::uuid[])'), ('Unit', $q$id = any ((select kp_paper_parts('unit'))::uuid[])$q$), ('Assessment', $q$id = any ((select kp_paper_parts('assessment'))::uuid[])$q$),
    ('DesignTest', '"testId" = any ((select kp_papers())::uuid[])'), ('ConformityTest', '"testId" = any ((select kp_papers())::uuid[])'), ('Population', '"testId" = any ((select kp_papers())::uuid[])'),
    ('Draw', '"testId" = any ((select kp_papers())::uuid[])'), ('Sample', '"testId" = any ((select kp_papers())::uuid[])'), ('TestConclusion', '"testId" = any ((select kp_papers())::uuid[])'),
    ('TestReview', '"testId" = any ((select kp_papers())::uuid[])'), ('Disagreement', '"testId" = any ((select kp_papers())::uuid[])'), ('Deficiency', '"testId" = any ((select kp_papers())::uuid[])'),
    ('PopulationItem', $q$"populationId" = any ((select kp_paper_parts('population'))::uuid[])$q$),
    ('AttributeJudgement', $q$"sampleId" = any ((select kp_paper_parts('sample'))::uuid[])$q$), ('ExceptionDecision', $q$"sampleId" = any ((select kp_paper_parts('sample'))::uuid[])$q$),
    ('Obligation', $q$id = any ((select kp_paper_parts('obligation'))::uuid[])$q$), ('EvidenceUse', $q$"obligationId" = any ((select kp_paper_parts('obligation'))::uuid[])$q$),
    ('EvidenceVersion', $q$id = any ((select kp_paper_parts('version'))::uuid[])$q$), ('EvidenceFile', $q$"versionId" = any ((select kp_paper_parts('version'))::uuid[])$q$),
    ('EvidenceRecord', $q$id = any ((select kp_paper_parts('record'))::uuid[])$q$),
    ('Ownership', $q$id = any ((select kp_paper_parts('ownership'))::uuid[])$q$), ('Performer', $q$id = any ((select kp_paper_parts('performer'))::uuid[])$q$),
    ('Department', $q$id = any ((select kp_paper_parts('department'))::uuid[])$q$),
    ('AuditEvent', $q$"personId" = (select kp_person()) and "unitId" = any ((select kp_paper_parts('unit'))::uuid[])$q$)
  ) as v (tab, shown) loop
    execute format('create policy kp_lent_read on %I for select using (%s)', p.tab, p.shown);
    if p.tab in ('DesignTest', 'ConformityTest', 'Population', 'Draw', 'Sample', 'TestConclusion', 'Disagreement', 'PopulationItem', 'AttributeJudgement', 'ExceptionDecision', 'Deficiency') then
      execute format('create policy kp_lent_insert on %I for insert with check (%s)', p.tab, p.shown);
    end if;
    if p.tab in ('AttributeJudgement', 'ExceptionDecision') then execute format('create policy kp_lent_update on %I for update using (%s) with check (%s)', p.tab, p.shown, p.shown); end if;
  end loop;
end $$;
create policy kp_lent_update on "Test" for update using (id = any ((select kp_papers())::uuid[]))
  with check (id = any ((select kp_papers())::uuid[]) and "testerPersonId" = (select kp_person()) and status in ('assigned', 'in-progress', 'concluded'));
create policy kp_lent_insert on "AuditEvent" for insert with check ("unitId" = any ((select kp_paper_parts('unit'))::uuid[]));
create policy kp_lent_insert on "AuditSubject" for insert with check ("unitId" = any ((select kp_paper_parts('unit'))::uuid[]));
create policy kp_lent_read on "AuditSubject" for select using (exists (select 1 from "AuditEvent" e where e.id = "eventId" and e."personId" = (select kp_person())) and "unitId" = any ((select kp_paper_parts('unit'))::uuid[]));
create policy kp_lent on "Counter" using (kind = 'deficiency' and "unitId" = any ((select kp_paper_parts('unit'))::uuid[])) with check (kind = 'deficiency' and "unitId" = any ((select kp_paper_parts('unit'))::uuid[]));

revoke all on function kp_borrowing_life(), kp_lent_papers(uuid, date), kp_borrowed_apart(), kp_enter(text, uuid, uuid[], text, timestamptz), kp_papers(), kp_paper_parts(text) from public;
