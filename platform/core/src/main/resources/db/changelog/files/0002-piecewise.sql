--liquibase formatted sql

--changeset files:0002-piecewise
-- A file that comes in pieces. The bytes of each piece lie elsewhere, under its place in pieces; file_id is what became of them.
create table files.piecewise (
    tenant_id    bigint not null,
    id           uuid not null,
    subject_kind text not null check (subject_kind <> ''),
    subject_id   uuid not null,
    name         text not null check (name <> '' and octet_length(name) <= 255 and name !~ '[/\\[:cntrl:]]'),
    bytes        bigint not null check (bytes > 0),
    sha256       text check (sha256 ~ '^[0-9a-f]{64}$'),
    received     bigint not null default 0 check (received >= 0 and received <= bytes),
    pieces       text[] not null default '{}',
    file_id      uuid,
    begun_by     text not null,
    begun_at     timestamptz not null,
    primary key (tenant_id, id),
    check (file_id is null or (received = bytes and pieces = '{}'))
);
create index piecewise_by_person on files.piecewise (tenant_id, begun_by, begun_at);
create index piecewise_by_age on files.piecewise (tenant_id, begun_at);
alter table files.piecewise enable row level security;
alter table files.piecewise force row level security;
create policy own_zone on files.piecewise
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (received, pieces, file_id), delete on files.piecewise to kaiyuan_app;
--rollback drop table files.piecewise;
