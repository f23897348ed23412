--liquibase formatted sql

--changeset search:0001-rebuild
-- Rebuilds of an index across all zones: progress and nothing of what is inside.
create schema search;
grant usage on schema search to kaiyuan_app;
create table search.rebuild (
    id               uuid primary key,
    word             text not null,
    state            text not null default 'RUNNING' check (state in ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    done             bigint not null default 0,
    total            bigint not null,
    started_at       timestamptz not null default now(),
    finished_at      timestamptz,
    cancel_requested boolean not null default false,
    reason           text
);
create index rebuild_by_word on search.rebuild (word, id desc);
grant select, insert, update on search.rebuild to kaiyuan_app;
--rollback drop schema search cascade;
