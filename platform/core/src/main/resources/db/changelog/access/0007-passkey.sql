--liquibase formatted sql

--changeset access:0007-passkey
-- Public keys that people sign in with (WebAuthn). Global like the account; nothing here is secret, but whose it is is
-- nobody else's business: a person sees their own, and the gate the one that is shown to it.
create table access.passkey (
    credential_id   text primary key check (credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) <= 1400),
    account_id      uuid not null,
    public_key      bytea not null,
    attestation     bytea not null,
    client_data     bytea not null,
    signature_count bigint not null,
    verified        boolean not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    transports      text[] not null,
    label           text not null check (label <> '' and length(label) <= 60),
    created_at      timestamptz not null,
    used_at         timestamptz
);
comment on column access.passkey.verified is 'The device asked for a finger, a face or a PIN when it was made; it is asked for at every sign-in.';
create index passkey_by_account on access.passkey (account_id, created_at);
alter table access.passkey enable row level security;
alter table access.passkey force row level security;
create policy own_passkeys on access.passkey
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
create policy the_one_that_is_shown on access.passkey for select
    using (credential_id = nullif(current_setting('app.passkey', true), ''));
grant select, insert, update (signature_count, backed_up, used_at), delete on access.passkey to kaiyuan_app;
--rollback drop table access.passkey;
