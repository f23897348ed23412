--liquibase formatted sql

--changeset audit:0001-schema
create schema audit;
grant usage on schema audit to kaiyuan_app;
--rollback drop schema audit;

--changeset audit:0001-change
-- Who changed what, when, from what, to what. Append only: the application may neither change nor delete.
create table audit.change (
    tenant_id    bigint not null,
    id           uuid not null,
    subject_kind text not null,
    subject_id   uuid not null,
    at           timestamptz not null,
    actor        text not null,
    actor_name   text not null,
    act          text not null,
    field        text,
    before       text,
    after        text,
    primary key (tenant_id, id)
);
create index change_by_subject on audit.change (tenant_id, subject_id, at, id);
alter table audit.change enable row level security;
alter table audit.change force row level security;
create policy own_zone on audit.change
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on audit.change to kaiyuan_app;
--rollback drop table audit.change;
