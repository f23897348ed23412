--liquibase formatted sql

--changeset delegation:0001-schema
create schema delegation;
grant usage on schema delegation to kaiyuan_app;
--rollback drop schema delegation;

--changeset delegation:0001-shared-matter
-- The catalogue that the operator (zone null) or a supervisor shares: everyone reads it, who published it writes it. Column zone,
-- not tenant_id: it is a register over zones, and what a zone uses of it becomes a matter of its own.
create table delegation.shared_matter (
    id          uuid primary key,
    zone        bigint references tenancy.tenant (id),
    version     bigint not null default 0,
    code        text collate "C" check (code <> '' and length(code) <= 80),
    basic_code  text collate "C" check (basic_code <> '' and length(basic_code) <= 80),
    name        text collate "C" not null check (name <> '' and length(name) <= 300),
    name_key    text collate "C" not null,
    kind        text not null,
    field       text collate "C" check (field <> '' and length(field) <= 60),
    bases       jsonb not null default '[]',
    updated_at  timestamptz not null
);
create unique index shared_matter_code on delegation.shared_matter (coalesce(zone, 0), code) where code is not null;
create index shared_matter_name on delegation.shared_matter (name_key, id);
create index shared_matter_changed on delegation.shared_matter (updated_at, id);
alter table delegation.shared_matter enable row level security;
alter table delegation.shared_matter force row level security;
create policy everyone_reads on delegation.shared_matter for select using (true);
create policy publisher_adds on delegation.shared_matter for insert
    with check (zone is not distinct from nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy publisher_changes on delegation.shared_matter for update
    using (zone is not distinct from nullif(current_setting('app.tenant_id', true), '')::bigint);
-- for the owner alone, who erases a supervisor that was deleted
create policy publisher_goes on delegation.shared_matter for delete
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.shared_matter to kaiyuan_app;
--rollback drop table delegation.shared_matter;

--changeset delegation:0001-matter
create table delegation.matter (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 0,
    -- 事项编码, and the code of the basic catalogue; a zone's own may have none
    code         text collate "C" check (code <> '' and length(code) <= 80),
    basic_code   text collate "C" check (basic_code <> '' and length(basic_code) <= 80),
    name         text collate "C" not null check (name <> '' and length(name) <= 300),
    name_key     text collate "C" not null,
    kind         text not null check (kind in ('PERMIT', 'PENALTY', 'COERCION', 'LEVY', 'BENEFIT', 'INSPECTION', 'CONFIRMATION',
                     'REWARD', 'RULING', 'OTHER', 'SERVICE', 'UNSORTED')),
    field        text collate "C" check (field <> '' and length(field) <= 60),
    -- the worst of its bases
    basis_state  text not null check (basis_state in ('IN_FORCE', 'AMENDED', 'REPEALED')),
    -- the matter of the shared catalogue that it is, and the version of it that was taken over
    shared_id      uuid,
    shared_version bigint,
    updated_at   timestamptz not null,
    primary key (tenant_id, id),
    check ((shared_id is null) = (shared_version is null))
);
create unique index matter_code on delegation.matter (tenant_id, code) where code is not null;
create unique index matter_shared on delegation.matter (tenant_id, shared_id) where shared_id is not null;
create index matter_name on delegation.matter (tenant_id, name_key, id);
create index matter_basis_gone on delegation.matter (tenant_id, basis_state, id) where basis_state <> 'IN_FORCE';
alter table delegation.matter enable row level security;
alter table delegation.matter force row level security;
create policy own_zone on delegation.matter
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.matter to kaiyuan_app;
--rollback drop table delegation.matter;

--changeset delegation:0001-matter-basis
create table delegation.matter_basis (
    tenant_id bigint not null,
    matter_id uuid not null,
    position  int not null check (position between 1 and 50),
    title     text not null check (title <> '' and length(title) <= 300),
    article   text check (length(article) <= 300),
    state     text not null check (state in ('IN_FORCE', 'AMENDED', 'REPEALED')),
    -- since when it is amended or repealed
    since     date,
    primary key (tenant_id, matter_id, position),
    foreign key (tenant_id, matter_id) references delegation.matter (tenant_id, id)
);
alter table delegation.matter_basis enable row level security;
alter table delegation.matter_basis force row level security;
create policy own_zone on delegation.matter_basis
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on delegation.matter_basis to kaiyuan_app;
--rollback drop table delegation.matter_basis;

--changeset delegation:0001-paper
-- The papers that entries rest on: decisions (决定) and letters (委托书), and what a decree says of days. Their files hang on them.
create table delegation.paper (
    tenant_id     bigint not null,
    id            uuid not null,
    version       bigint not null default 0,
    kind          text not null check (kind in ('DECISION', 'LETTER')),
    number        text collate "C" not null check (number <> '' and length(number) <= 120),
    title         text check (length(title) <= 300),
    issuer        text check (length(issuer) <= 200),
    decided_on    date,
    -- days from the decision to the first day of what is 直接下放, of what is 委托下放; working days of a handover
    direct_days   int not null default 30 check (direct_days between 0 and 3650),
    entrusted_days int not null default 0 check (entrusted_days between 0 and 3650),
    handover_days int not null default 30 check (handover_days between 0 and 400),
    -- since an edition that rests on it was published; then it does not change
    fixed_at      timestamptz,
    made_at       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, number)
);
alter table delegation.paper enable row level security;
alter table delegation.paper force row level security;
create policy own_zone on delegation.paper
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.paper to kaiyuan_app;
--rollback drop table delegation.paper;

--changeset delegation:0001-list
create table delegation.list (
    tenant_id  bigint not null,
    id         uuid not null,
    version    bigint not null default 0,
    kind       text not null check (kind in ('POWERS', 'DUTIES', 'EMPOWERMENT', 'ENTRUSTMENT', 'SERVICES', 'BOUNDARIES')),
    title      text collate "C" not null check (title <> '' and length(title) <= 200),
    made_at    timestamptz not null,
    -- when the draft was last found to be in order, by whom; null: it was not, or it was changed since
    checked_at   timestamptz,
    checked_name text,
    -- why findings of the check do not stand in the way, by whoever may say so
    waived     text check (length(waived) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, title),
    check ((checked_at is null) = (checked_name is null))
);
alter table delegation.list enable row level security;
alter table delegation.list force row level security;
create policy own_zone on delegation.list
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.list to kaiyuan_app;
--rollback drop table delegation.list;

--changeset delegation:0001-batch
-- 集成授权 comes batch by batch, each with policies that go with it (配套政策).
create table delegation.batch (
    tenant_id  bigint not null,
    list_id    uuid not null,
    number     int not null check (number between 1 and 99),
    title      text not null check (title <> '' and length(title) <= 200),
    decided_on date,
    primary key (tenant_id, list_id, number),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id)
);
create table delegation.batch_policy (
    tenant_id bigint not null,
    list_id   uuid not null,
    batch     int not null,
    position  int not null check (position between 1 and 200),
    area      text check (area in ('GOVERNMENT_SERVICES', 'INDUSTRY', 'LAND', 'FINANCE', 'INNOVATION')),
    title     text not null check (title <> '' and length(title) <= 300),
    content   text check (length(content) <= 4000),
    primary key (tenant_id, list_id, batch, position),
    foreign key (tenant_id, list_id, batch) references delegation.batch (tenant_id, list_id, number)
);
alter table delegation.batch enable row level security;
alter table delegation.batch force row level security;
create policy own_zone on delegation.batch
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
alter table delegation.batch_policy enable row level security;
alter table delegation.batch_policy force row level security;
create policy own_zone on delegation.batch_policy
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.batch to kaiyuan_app;
grant select, insert, delete on delegation.batch_policy to kaiyuan_app;
--rollback drop table delegation.batch_policy, delegation.batch;

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
    -- findings that were let pass, and why
    waived         text check (length(waived) <= 2000),
    findings       int not null default 0,
    -- how many entries it has: nobody counts them again
    entries        int not null,
    primary key (tenant_id, list_id, number),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id),
    check ((findings > 0) = (waived is not null))
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
    paper_id     uuid,
    document_number text collate "C",
    decided_on   date,
    issuer       text,
    letter_id    uuid,
    letter       text,
    -- 集成授权: one of five fields, and the batch
    area         text check (area in ('GOVERNMENT_SERVICES', 'INDUSTRY', 'LAND', 'FINANCE', 'INNOVATION')),
    batch        int,
    -- 责任清单: what has to be done, step by step; 职责边界清单: who has which part
    duties       jsonb not null default '[]',
    shares       jsonb not null default '[]',
    remarks      text,
    primary key (tenant_id, list_id, entry_id, from_edition),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id),
    foreign key (tenant_id, matter_id) references delegation.matter (tenant_id, id),
    foreign key (tenant_id, paper_id) references delegation.paper (tenant_id, id),
    foreign key (tenant_id, letter_id) references delegation.paper (tenant_id, id),
    check ((act = 'GRANT') = (ends is null))
);
create index wording_of_matter on delegation.wording (tenant_id, matter_id, list_id, from_edition);
create index wording_from on delegation.wording (tenant_id, list_id, from_edition, entry_id);
create index wording_to on delegation.wording (tenant_id, list_id, to_edition, entry_id) where to_edition is not null;
create index wording_current on delegation.wording (tenant_id, list_id, entry_id) where to_edition is null;
create index wording_expires on delegation.wording (tenant_id, expires_on) where to_edition is null and expires_on is not null;
create index wording_handover on delegation.wording (tenant_id, handover_on) where to_edition is null and handover_on is not null;
create index wording_paper on delegation.wording (tenant_id, paper_id) where paper_id is not null;
create index wording_ends on delegation.wording (tenant_id, ends) where ends is not null;
alter table delegation.wording enable row level security;
alter table delegation.wording force row level security;
create policy own_zone on delegation.wording
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
-- what is published never changes; that a later edition says something else is all that may be added, once
grant select, insert, update (to_edition) on delegation.wording to kaiyuan_app;
--rollback drop table delegation.wording;

--changeset delegation:0001-wording-never-changes splitStatements:false
create function delegation.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if old.to_edition is not null or new.to_edition is null then
        raise exception 'a published wording does not change' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger refuse_rewriting before update on delegation.wording
    for each row execute function delegation.refuse_rewriting();
--rollback drop trigger refuse_rewriting on delegation.wording; drop function delegation.refuse_rewriting();
