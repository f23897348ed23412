--liquibase formatted sql

--changeset tenants:0002-export
-- Exports of everything of a tenant: state and figures; the archive itself is a file on disk, for a week.
create table tenants.export (
    tenant_id    bigint not null,
    id           uuid not null,
    state        text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'GONE')),
    requested_at timestamptz not null,
    requested_by text not null,
    doing        text,
    done         int not null default 0,
    total        int not null default 0,
    rows         bigint not null default 0,
    bytes        bigint,
    sha256       text,
    finished_at  timestamptz,
    incident     text,
    primary key (tenant_id, id)
);
create unique index export_one_at_a_time on tenants.export (tenant_id) where state in ('WAITING', 'RUNNING');
alter table tenants.export enable row level security;
alter table tenants.export force row level security;
create policy own_zone on tenants.export
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (state, doing, done, total, rows, bytes, sha256, finished_at, incident), delete
    on tenants.export to kaiyuan_app;
--rollback drop table tenants.export;
