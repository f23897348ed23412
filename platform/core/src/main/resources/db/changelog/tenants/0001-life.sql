--liquibase formatted sql

--changeset tenants:0001-schema
create schema tenants;
grant usage on schema tenants to kaiyuan_app;
--rollback drop schema tenants;

--changeset tenants:0001-step
-- What the operator did with a tenant, and why. The operator's own record, which outlives the tenant: it has no tenant_id
-- and says nothing of what is inside. Append only.
create table tenants.step (
    id         uuid primary key,
    zone       bigint not null,
    at         timestamptz not null,
    act        text not null,
    from_state text,
    to_state   text,
    actor      text not null,
    actor_name text not null,
    reason     text
);
create index step_by_zone on tenants.step (zone, id desc);
grant select, insert on tenants.step to kaiyuan_app;
--rollback drop table tenants.step;

--changeset tenants:0001-application
-- Parks that want in. No tenant yet, so without tenant_id; what they wrote is for the operator alone. The address is kept as a
-- hash, to tell who applies again and again.
create table tenants.application (
    id            uuid primary key,
    at            timestamptz not null,
    zone_name     text not null check (zone_name <> ''),
    kind          text not null,
    level_type    text not null,
    city          text,
    division      text,
    contact_name  text not null check (contact_name <> ''),
    contact_phone text not null check (contact_phone <> ''),
    contact_email text,
    words         text,
    address_hash  text not null,
    state         text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'DECLINED')),
    decided_at    timestamptz,
    decided_by    text,
    reason        text,
    zone          bigint
);
create index application_by_state on tenants.application (state, id);
create index application_by_address on tenants.application (address_hash, at);
grant select, insert, update (state, decided_at, decided_by, reason, zone) on tenants.application to kaiyuan_app;
--rollback drop table tenants.application;

--changeset tenants:0001-deletion
-- Tenants that are to be deleted once the cooling-off period is over. The application can neither set the moment of the request
-- nor change the period afterwards; a withdrawal removes the row, so an old request never comes back.
create table tenants.deletion (
    zone         bigint primary key,
    requested_at timestamptz not null default now(),
    cooling_days int not null check (cooling_days between 1 and 3650),
    from_state   text not null,
    from_reason  text,
    requested_by text not null,
    reason       text not null check (reason <> '')
);
grant select, insert (zone, cooling_days, from_state, from_reason, requested_by, reason), delete on tenants.deletion to kaiyuan_app;
--rollback drop table tenants.deletion;

--changeset tenants:0001-logo
-- A tenant's sign; PNG or JPEG of at most 256 kB, told by content.
create table tenants.logo (
    tenant_id  bigint primary key,
    media_type text not null check (media_type in ('image/png', 'image/jpeg')),
    content    bytea not null check (length(content) between 1 and 262144),
    changed_at timestamptz not null
);
alter table tenants.logo enable row level security;
alter table tenants.logo force row level security;
create policy own_zone on tenants.logo
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (media_type, content, changed_at), delete on tenants.logo to kaiyuan_app;
--rollback drop table tenants.logo;
