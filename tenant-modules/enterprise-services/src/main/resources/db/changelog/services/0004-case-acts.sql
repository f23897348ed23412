--liquibase formatted sql

--changeset services:0004-opinion-is-final splitStatements:false
-- What was signed stays signed, also for whoever writes past the program.
create function services.opinion_is_final() returns trigger language plpgsql as $$
begin
    if old.verdict is not null then
        raise exception 'An opinion that was signed does not change';
    end if;
    return new;
end $$;
create trigger opinion_is_final before update on services.case_opinion
    for each row execute function services.opinion_is_final();
--rollback drop trigger opinion_is_final on services.case_opinion; drop function services.opinion_is_final();

--changeset services:0004-supplement-once splitStatements:false
-- 一次性补正: asked for once, also for whoever writes past the program.
create function services.supplement_once() returns trigger language plpgsql as $$
begin
    raise exception 'A supplement is asked for once';
end $$;
create trigger supplement_once before update of supplement_asked_on on services.case_file
    for each row when (old.supplement_asked_on is not null and new.supplement_asked_on is distinct from old.supplement_asked_on)
    execute function services.supplement_once();
--rollback drop trigger supplement_once on services.case_file; drop function services.supplement_once();
