--liquibase formatted sql

--changeset notices:0001-schema
create schema notices;
grant usage on schema notices to kaiyuan_app;
--rollback drop schema notices;

--changeset notices:0001-notice
create table notices.notice (
    tenant_id   bigint not null,
    id          uuid not null,
    username    text not null,
    message_key text not null,
    arguments   text[] not null default '{}',
    link        text,
    at          timestamptz not null,
    read_at     timestamptz,
    primary key (tenant_id, id)
);
create index notice_by_person on notices.notice (tenant_id, username, id);
alter table notices.notice enable row level security;
alter table notices.notice force row level security;
create policy own_zone on notices.notice
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (read_at) on notices.notice to kaiyuan_app;
--rollback drop table notices.notice;
