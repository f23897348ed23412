--liquibase formatted sql

--changeset services:0001-schema
create schema services;
grant usage on schema services to kaiyuan_app;
--rollback drop schema services;

--changeset services:0001-service
create table services.service (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 1,
    code         text collate "C" not null check (code <> '' and length(code) <= 60),
    track        text not null check (track in ('STATUTORY', 'PARK', 'TICKET', 'BUNDLE')),
    state        text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    -- of the catalogue of powers; another room's, so no foreign key
    matter_id    uuid,
    -- as the edition that counts has it; of one that was never published as its draft has it
    title        text collate "C" not null check (title <> '' and length(title) <= 300),
    topics       text[] not null default '{}',
    edition      int,
    draft        jsonb,
    draft_name   text,
    updated_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    check ((track = 'STATUTORY') = (matter_id is not null)),
    check ((state = 'DRAFT') = (edition is null)),
    check (edition is not null or draft is not null)
);
create index service_by_title on services.service (tenant_id, title, id);
create index service_of_matter on services.service (tenant_id, matter_id) where matter_id is not null;
alter table services.service enable row level security;
alter table services.service force row level security;
create policy own_zone on services.service
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on services.service to kaiyuan_app;
--rollback drop table services.service;

--changeset services:0001-edition
create table services.edition (
    tenant_id      bigint not null,
    service_id     uuid not null,
    number         int not null check (number >= 1),
    note           jsonb not null,
    published_at   timestamptz not null,
    published_by   text not null,
    published_name text not null,
    primary key (tenant_id, service_id, number),
    foreign key (tenant_id, service_id) references services.service (tenant_id, id)
);
alter table services.edition enable row level security;
alter table services.edition force row level security;
create policy own_zone on services.edition
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on services.edition to kaiyuan_app;
--rollback drop table services.edition;

--changeset services:0001-edition-is-final splitStatements:false
-- A running case keeps the edition it began with: nobody changes one, not even by mistake.
create function services.edition_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'An edition that was published does not change';
end $$;
create trigger edition_is_final before update on services.edition
    for each row execute function services.edition_is_final();
--rollback drop trigger edition_is_final on services.edition; drop function services.edition_is_final();
