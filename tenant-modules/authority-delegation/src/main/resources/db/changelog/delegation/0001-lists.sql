--liquibase formatted sql

--changeset delegation:0001-schema
create schema delegation;
grant usage on schema delegation to kaiyuan_app;
--rollback drop schema delegation;

--changeset delegation:0001-matter
create table delegation.matter (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 0,
    -- 事项编码, and the code of the basic catalogue; a zone's own may have none
    code         text collate "C" check (code <> '' and length(code) <= 80),
    basic_code   text collate "C" check (basic_code <> '' and length(basic_code) <= 80),
    name         text collate "C" not null check (name <> '' and length(name) <= 300),
    kind         text not null check (kind in ('PERMIT', 'PENALTY', 'COERCION', 'LEVY', 'BENEFIT', 'INSPECTION', 'CONFIRMATION',
                     'REWARD', 'RULING', 'OTHER', 'SERVICE')),
    field        text collate "C" check (field <> '' and length(field) <= 60),
    basis_state  text not null check (basis_state in ('IN_FORCE', 'AMENDED', 'REPEALED')),
    updated_at   timestamptz not null,
    primary key (tenant_id, id)
);
create unique index matter_code on delegation.matter (tenant_id, code) where code is not null;
create index matter_name on delegation.matter (tenant_id, name, id);
alter table delegation.matter enable row level security;
alter table delegation.matter force row level security;
create policy own_zone on delegation.matter
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.matter to kaiyuan_app;
--rollback drop table delegation.matter;

--changeset delegation:0001-list
create table delegation.list (
    tenant_id  bigint not null,
    id         uuid not null,
    version    bigint not null default 0,
    kind       text not null check (kind in ('POWERS', 'DUTIES', 'EMPOWERMENT', 'ENTRUSTMENT', 'SERVICES', 'BOUNDARIES')),
    title      text collate "C" not null check (title <> '' and length(title) <= 200),
    made_at    timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, title)
);
alter table delegation.list enable row level security;
alter table delegation.list force row level security;
create policy own_zone on delegation.list
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.list to kaiyuan_app;
--rollback drop table delegation.list;

--changeset delegation:0001-edition
-- What was published when: the second of the two times. A row is never changed.
create table delegation.edition (
    tenant_id      bigint not null,
    list_id        uuid not null,
    number         int not null check (number > 0),
    published_at   timestamptz not null,
    published_by   text not null,
    published_name text not null,
    note           text check (length(note) <= 2000),
    primary key (tenant_id, list_id, number),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id)
);
create index edition_by_time on delegation.edition (tenant_id, list_id, published_at);
alter table delegation.edition enable row level security;
alter table delegation.edition force row level security;
create policy own_zone on delegation.edition
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on delegation.edition to kaiyuan_app;
--rollback drop table delegation.edition;

--changeset delegation:0001-wording
-- What an entry says from one edition on, up to the edition that says something else or nothing. Thirty editions of 20,000 entries are
-- 20,000 rows and their changes, and what two editions differ by is found by their numbers.
create table delegation.wording (
    tenant_id    bigint not null,
    list_id      uuid not null,
    entry_id     uuid not null,
    from_edition int not null,
    to_edition   int check (to_edition > from_edition),
    matter_id    uuid not null,
    act          text not null check (act in ('GRANT', 'RECALL', 'EXPIRY')),
    ends         uuid,
    original_authority text collate "C" not null,
    receiving_body     text collate "C" not null,
    mode         text not null check (mode in ('DIRECT', 'ENTRUSTED', 'BRANCH', 'REPORT', 'COUNTER')),
    sub_park     text collate "C",
    category     text,
    most_yuan    numeric(18, 2),
    conditions   text,
    effective_on date not null,
    handover_on  date,
    expires_on   date check (expires_on >= effective_on),
    document_number text collate "C",
    decided_on   date,
    issuer       text,
    letter       text,
    remarks      text,
    primary key (tenant_id, list_id, entry_id, from_edition),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id),
    foreign key (tenant_id, matter_id) references delegation.matter (tenant_id, id),
    check ((act = 'GRANT') = (ends is null))
);
create index wording_of_matter on delegation.wording (tenant_id, matter_id, list_id, from_edition);
create index wording_from on delegation.wording (tenant_id, list_id, from_edition, entry_id);
create index wording_to on delegation.wording (tenant_id, list_id, to_edition, entry_id) where to_edition is not null;
alter table delegation.wording enable row level security;
alter table delegation.wording force row level security;
create policy own_zone on delegation.wording
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
-- what is published never changes; that a later edition says something else is all that may be added, once
grant select, insert, update (to_edition) on delegation.wording to kaiyuan_app;
create function delegation.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if old.to_edition is not null or new.to_edition is null then
        raise exception 'a published wording does not change' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger refuse_rewriting before update on delegation.wording
    for each row execute function delegation.refuse_rewriting();
--rollback drop table delegation.wording; drop function delegation.refuse_rewriting();
