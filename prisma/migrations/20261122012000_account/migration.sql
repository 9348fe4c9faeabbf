-- A person's own things: light or dark, and what they may do to their account wherever their roles reach.
alter table "Person" add column "theme" text not null default 'system';
alter table "Person" add constraint kp_person_theme check (theme in ('system', 'light', 'dark'));

-- Roles and ownership begin on a day of the units' zone, not of UTC.
alter function kp_actor_of(uuid) set timezone = 'Asia/Shanghai';
alter function kp_answers_for(uuid, uuid, uuid) set timezone = 'Asia/Shanghai';
alter function kp_released(text, uuid) set timezone = 'Asia/Shanghai';
alter function kp_grant_life() set timezone = 'Asia/Shanghai';

create function kp_own_preferences() returns table (language text, theme text)
language sql stable security definer set search_path = public as
$$ select p.language, p.theme from "Person" p where p.id = kp_person() $$;

create function kp_keep_preferences(wanted_language text, wanted_theme text) returns void
language sql volatile security definer set search_path = public as
$$ update "Person" set language = coalesce(wanted_language, language), theme = coalesce(wanted_theme, theme) where id = kp_person() $$;

-- An event of one's own account goes into the chain of one's home unit, though one may not reach it.
create function kp_record_own(event uuid, said text, subjects jsonb) returns void
language plpgsql volatile security definer set search_path = public as $$
declare home uuid;
begin
  select "unitId" into home from "Person" where id = kp_person();
  if home is null or said::jsonb ->> 'type' not like 'access.%' or said::jsonb ->> 'unitId' is distinct from home::text then
    raise exception using errcode = 'KP004', message = 'not-found';
  end if;
  insert into "AuditEvent" (id, "unitId", canonical) values (event, home, said);
  insert into "AuditSubject" ("eventId", "unitId", kind, "subjectId")
  select event, home, s ->> 'kind', (s ->> 'id')::uuid from jsonb_array_elements(subjects) s;
end $$;

-- The open sessions of a person of a unit that the asker reaches.
create function kp_sessions_of(whom uuid) returns table (id uuid, "createdAt" timestamptz, "lastSeenAt" timestamptz, "expiresAt" timestamptz, "userAgent" text)
language sql stable security definer set search_path = public as
$$ select s.id, s."createdAt", s."lastSeenAt", s."expiresAt", s."userAgent" from "Session" s join "Person" p on p.id = s."personId"
   where p.id = whom and s."revokedAt" is null and s."expiresAt" > clock_timestamp()
     and (p.id = kp_person() or p."unitId" = any (kp_units()) and kp_operating())
   order by s."lastSeenAt" desc $$;

revoke all on function kp_own_preferences(), kp_keep_preferences(text, text), kp_record_own(uuid, text, jsonb), kp_sessions_of(uuid) from public;

-- A row of ownership ends or is voided, once; it is never edited (domain.md § 2).
create function kp_ownership_life() returns trigger language plpgsql as $$
begin
  if old."voidedAt" is not null
     or (to_jsonb(new) - '{to,voidedAt,voidedBy,voidReason}'::text[]) is distinct from (to_jsonb(old) - '{to,voidedAt,voidedBy,voidReason}'::text[]) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Ownership';
  end if;
  return new;
end $$;
create trigger kp_life before update on "Ownership" for each row execute function kp_ownership_life();
revoke all on function kp_ownership_life() from public;
