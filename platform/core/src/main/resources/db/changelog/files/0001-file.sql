--liquibase formatted sql

--changeset files:0001-schema
create schema files;
grant usage on schema files to kaiyuan_app;
--rollback drop schema files;

--changeset files:0001-file
-- A file on a record. The bytes lie elsewhere, under storage_key; a removed file keeps its row as a trace.
create table files.file (
    tenant_id        bigint not null,
    id               uuid not null,
    subject_kind     text not null check (subject_kind <> ''),
    subject_id       uuid not null,
    name             text not null check (name <> '' and octet_length(name) <= 255 and name !~ '[/\\[:cntrl:]]'),
    media_type       text not null,
    bytes            bigint not null check (bytes > 0),
    sha256           text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    storage_key      text not null,
    uploaded_by      text not null,
    uploaded_by_name text not null,
    at               timestamptz not null,
    removed_at       timestamptz,
    removed_by       text,
    purged_at        timestamptz,
    primary key (tenant_id, id),
    check ((removed_at is null) = (removed_by is null)),
    check (purged_at is null or removed_at is not null)
);
create index file_by_record on files.file (tenant_id, subject_kind, subject_id, at, id);
create unique index file_once on files.file (tenant_id, subject_kind, subject_id, sha256, name) where removed_at is null;
create unique index file_by_key on files.file (tenant_id, storage_key);
create index file_to_purge on files.file (tenant_id, removed_at) where removed_at is not null and purged_at is null;
alter table files.file enable row level security;
alter table files.file force row level security;
create policy own_zone on files.file
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (subject_kind, subject_id, removed_at, removed_by, purged_at) on files.file to kaiyuan_app;
--rollback drop table files.file;

--changeset files:0001-usage
-- What the files of a zone that are not removed come to; one row, which whoever adds or removes holds.
create table files.usage (
    tenant_id bigint not null,
    bytes     bigint not null check (bytes >= 0),
    files     bigint not null check (files >= 0),
    primary key (tenant_id)
);
alter table files.usage enable row level security;
alter table files.usage force row level security;
create policy own_zone on files.usage
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (bytes, files) on files.usage to kaiyuan_app;
--rollback drop table files.usage;
