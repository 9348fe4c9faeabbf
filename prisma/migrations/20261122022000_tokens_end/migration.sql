-- Ending all of a person's sessions, by an administrator or by a password set anew, ends their API tokens too: whoever
-- took the one may have made the other. Changing one's own password keeps the session it is done in, and the tokens.
create or replace function kp_end_sessions_of(person uuid, besides uuid) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
  if person is distinct from kp_person() and not kp_reaches(person) then raise exception using errcode = 'KP004', message = 'not-found'; end if;
  update "Session" set "revokedAt" = clock_timestamp()
  where "personId" = person and "revokedAt" is null and id is distinct from besides;
  get diagnostics ended = row_count;
  if besides is null then
    update "ApiToken" set "revokedAt" = clock_timestamp() where "personId" = person and "revokedAt" is null;
  end if;
  return ended;
end $$;
