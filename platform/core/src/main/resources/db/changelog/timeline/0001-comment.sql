--liquibase formatted sql

--changeset timeline:0001-schema
create schema timeline;
grant usage on schema timeline to kaiyuan_app;
--rollback drop schema timeline;

--changeset timeline:0001-comment
-- What people say about a record. A removed comment loses its text and keeps its row as a trace.
create table timeline.comment (
    tenant_id       bigint not null,
    id              uuid not null,
    subject_kind    text not null check (subject_kind <> ''),
    subject_id      uuid not null,
    author          text not null,
    author_name     text not null,
    text            text check (text <> ''),
    mentions        text[] not null default '{}',
    at              timestamptz not null,
    edited_at       timestamptz,
    removed_at      timestamptz,
    removed_by      text,
    removed_by_name text,
    primary key (tenant_id, id),
    check ((text is null) = (removed_at is not null)),
    check ((removed_at is null) = (removed_by is null) and (removed_by is null) = (removed_by_name is null))
);
create index comment_by_record on timeline.comment (tenant_id, subject_kind, subject_id, at, id);
alter table timeline.comment enable row level security;
alter table timeline.comment force row level security;
create policy own_zone on timeline.comment
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert,
    update (text, mentions, edited_at, removed_at, removed_by, removed_by_name, subject_kind, subject_id)
    on timeline.comment to kaiyuan_app;
--rollback drop table timeline.comment;
