--liquibase formatted sql

--changeset tenancy:0001-schema
create schema tenancy;
grant usage on schema tenancy to kaiyuan_app;
--rollback drop schema tenancy;

--changeset tenancy:0001-tenant
-- The register of zones. Names and levels only: it has no tenant_id and holds nothing that is a zone's own.
create table tenancy.tenant (
    id         bigint generated always as identity primary key,
    code       text not null unique check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name       text not null check (name <> ''),
    kind       text not null check (kind in ('MANAGEMENT_COMMITTEE', 'OPERATING_COMPANY', 'SUPERVISOR')),
    level_type text not null,
    city       text,
    demo       boolean not null default false,
    created_at timestamptz not null default now()
);
grant select, insert on tenancy.tenant to kaiyuan_app;
--rollback drop table tenancy.tenant;
