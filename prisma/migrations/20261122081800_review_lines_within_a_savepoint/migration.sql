-- A review and its lines are one transaction's, also where it has savepoints: a row that is seen and whose writer goes on is one's own.
create or replace function kp_access_review_line_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare r "AccessReview"; same boolean;
begin
  select * into r from "AccessReview" where "unitId" = new."unitId" and id = new."reviewId";
  if tg_op = 'INSERT' then
    select pg_xact_status(((pg_current_xact_id()::text::bigint >> 32 << 32) | x.xmin::text::bigint)::text::xid8) = 'in progress' into same from "AccessReview" x where x.id = r.id;
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
