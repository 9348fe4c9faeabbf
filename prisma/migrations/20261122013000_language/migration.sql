-- Until a person has chosen a language, their browser's counts; `language` is then only that of their mail.
alter table "Person" add column "choseLanguage" boolean not null default false;

create or replace function kp_own_preferences() returns table (language text, theme text)
language sql stable security definer set search_path = public as
$$ select case when p."choseLanguage" then p.language end, p.theme from "Person" p where p.id = kp_person() $$;

create or replace function kp_keep_preferences(wanted_language text, wanted_theme text) returns void
language sql volatile security definer set search_path = public as
$$ update "Person" set language = coalesce(wanted_language, language), "choseLanguage" = "choseLanguage" or wanted_language is not null,
     theme = coalesce(wanted_theme, theme) where id = kp_person() $$;
