-- A good try is remembered for thirty days, once per subject: it makes an account known at an address.
create or replace function kp_note_attempt(attempt uuid, whom text, good boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into "SignInAttempt" (id, subject, ok, at) values (attempt, whom, good, clock_timestamp());
  if good then delete from "SignInAttempt" where subject = whom and id <> attempt; end if;
  delete from "SignInAttempt" where at < clock_timestamp() - case when ok then interval '30 days' else interval '1 day' end;
end $$;

create function kp_good_attempt(whom text, since interval) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select 1 from "SignInAttempt" where subject = whom and ok and at > clock_timestamp() - since) $$;
