--liquibase formatted sql

--changeset jobs:0002-job
-- The background work of a zone, for its people: what was ordered by whom, and what became of it. What is to run lies in
-- jobs.scheduled_tasks.
create table jobs.job (
    tenant_id     bigint not null,
    id            uuid not null,
    kind          text not null,
    title         text not null default '',
    path          text,
    username      text not null,
    actor_name    text not null,
    state         text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done          bigint not null default 0,
    total         bigint not null default 0,
    cancel_wanted boolean not null default false,
    submitted_at  timestamptz not null,
    started_at    timestamptz,
    ended_at      timestamptz,
    primary key (tenant_id, id)
);
create index job_by_time on jobs.job (tenant_id, submitted_at, id);
alter table jobs.job enable row level security;
alter table jobs.job force row level security;
create policy own_zone on jobs.job
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete, update (title, path, state, done, total, cancel_wanted, started_at, ended_at)
    on jobs.job to kaiyuan_app;
--rollback drop table jobs.job;
