--liquibase formatted sql

--changeset rest:0001-schema
create schema rest;
grant usage on schema rest to kaiyuan_app;
--rollback drop schema rest;

--changeset rest:0001-kept-answer
-- What a POST with an Idempotency-Key was answered, for a day: written in the transaction of what it did.
create table rest.kept_answer (
    tenant_id       bigint not null,
    caller          text not null,
    idempotency_key text not null check (length(idempotency_key) between 1 and 255),
    fingerprint     bytea not null,
    kept_at         timestamptz not null,
    status          smallint not null,
    location        text,
    entity_tag      text,
    content_type    text,
    body            bytea not null,
    primary key (tenant_id, caller, idempotency_key)
);
create index kept_answer_by_age on rest.kept_answer (tenant_id, kept_at);
alter table rest.kept_answer enable row level security;
alter table rest.kept_answer force row level security;
create policy own_zone on rest.kept_answer
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on rest.kept_answer to kaiyuan_app;
--rollback drop table rest.kept_answer;
