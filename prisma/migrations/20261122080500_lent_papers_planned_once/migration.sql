-- Asked at every door: plpgsql keeps its plan where plain SQL would plan anew each time, and whoever is lent to nobody costs one look at an index.
create or replace function kp_lent_papers(person uuid, day date) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from "Borrowing" b where b."personId" = person and b.status = 'lent' and b."lastDay" >= day) then return '{}'; end if;
  return (select coalesce(array_agg(t.id), '{}') from "Borrowing" b join "BorrowedPaper" p on p."unitId" = b."unitId" and p."borrowingId" = b.id
    join "Test" t on t."unitId" = p."unitId" and t.id = p."testId" join "Assessment" a on a."unitId" = t."unitId" and a.id = t."assessmentId"
    where b."personId" = person and b.status = 'lent' and b."lastDay" >= day and t."testerPersonId" = person and a.status <> 'closed');
end $$;
