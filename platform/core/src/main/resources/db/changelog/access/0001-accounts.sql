--liquibase formatted sql

--changeset access:0001-schema
create schema access;
grant usage on schema access to kaiyuan_app;
--rollback drop schema access;

--changeset access:0001-account
-- People. Global, because one person may work for several zones: it has no tenant_id, and says nothing about any zone.
create table access.account (
    id            uuid primary key,
    username      text not null unique check (username ~ '^[a-z][a-z0-9._-]{2,59}$'),
    password_hash text not null check (password_hash like '{%}%'),
    display_name  text not null check (display_name <> ''),
    operator      boolean not null default false,
    enabled       boolean not null default true,
    demo          boolean not null default false,
    created_at    timestamptz not null default now(),
    signed_in_at  timestamptz
);
grant select, insert, update (password_hash, display_name, enabled, signed_in_at) on access.account to kaiyuan_app;
--rollback drop table access.account;

--changeset access:0001-membership
-- Who works for which zone. Signing in reads a person's own memberships before a zone is known: the second policy shows
-- them, for reading only, while app.account_id is set in that transaction.
create table access.membership (
    tenant_id  bigint not null,
    account_id uuid not null,
    role       text not null check (role in ('ZONE_ADMIN', 'ZONE_STAFF')),
    joined_at  timestamptz not null default now(),
    primary key (tenant_id, account_id)
);
alter table access.membership enable row level security;
alter table access.membership force row level security;
create policy own_zone on access.membership
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy own_memberships on access.membership for select
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update (role), delete on access.membership to kaiyuan_app;
--rollback drop table access.membership;

--changeset access:0001-api-client
-- The programs that may ask for tokens. A global register like tenancy.tenant, because a program is known by its client_id
-- before its zone is, and that id is unique across zones; forced row-level security all the same: a zone sees its own,
-- and the token endpoint the one that asks.
create table access.api_client (
    client_id   text primary key check (client_id ~ '^[a-z][a-z0-9-]{2,59}$'),
    zone        bigint not null,
    name        text not null check (name <> ''),
    secret_hash text not null check (secret_hash like '{%}%'),
    scopes      text[],
    enabled     boolean not null default true,
    demo        boolean not null default false,
    created_at  timestamptz not null default now()
);
create index api_client_by_zone on access.api_client (zone, client_id);
alter table access.api_client enable row level security;
alter table access.api_client force row level security;
create policy own_zone on access.api_client
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy the_one_that_asks on access.api_client for select
    using (client_id = nullif(current_setting('app.client_id', true), ''));
grant select, insert, update (name, secret_hash, scopes, enabled) on access.api_client to kaiyuan_app;
--rollback drop table access.api_client;

--changeset access:0001-signing-key
-- The keys that access tokens are signed with; the private half is encrypted with the key of this installation.
create table access.signing_key (
    kid         text primary key,
    public_jwk  text not null,
    private_key bytea not null,
    created_at  timestamptz not null default now(),
    retired_at  timestamptz
);
create unique index signing_key_in_use on access.signing_key ((true)) where retired_at is null;
grant select, insert, update (retired_at) on access.signing_key to kaiyuan_app;
--rollback drop table access.signing_key;
