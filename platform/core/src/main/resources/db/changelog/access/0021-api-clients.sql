--liquibase formatted sql

--changeset access:0021-api-client
-- What a zone decides of a program: what it may do (null: the staff's work), from where, until when; and what it did.
-- Two secrets hold while one takes over from the other.
alter table access.api_client
    add column id                  uuid not null default gen_random_uuid() unique,
    add column version             bigint not null default 0,
    add column addresses           text[] not null default '{}',
    add column expires_at          timestamptz,
    add column former_secret_hash  text check (former_secret_hash like '{%}%'),
    add column former_secret_until timestamptz,
    add column created_by          text not null default 'system',
    add column revoked_at          timestamptz,
    add column revoked_by          text,
    add column last_used_at        timestamptz,
    add column last_used_from      text,
    add check ((former_secret_hash is null) = (former_secret_until is null)),
    add check (revoked_at is null or not enabled);
comment on column access.api_client.addresses is 'Networks (CIDR) that it may come from; empty: any.';
comment on column access.api_client.last_used_at is 'Written at most once a minute.';
grant update (version, addresses, expires_at, former_secret_hash, former_secret_until, revoked_at, revoked_by,
              last_used_at, last_used_from) on access.api_client to kaiyuan_app;
--rollback not possible: zones may have restricted their clients by now
