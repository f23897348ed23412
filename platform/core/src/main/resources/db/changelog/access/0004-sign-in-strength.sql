--liquibase formatted sql

--changeset access:0004-second-factor
-- What an account proves itself with besides its password. Global like the account; the secret is encrypted with the key of
-- this installation, recovery codes are kept as hashes.
create table access.second_factor (
    account_id   uuid primary key,
    secret       bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);
comment on column access.second_factor.last_step is 'The last time step (30 s, RFC 6238) that was accepted: no code works twice.';
create table access.recovery_code (
    account_id uuid not null,
    code_hash  text not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);
create table access.former_password (
    account_id    uuid not null,
    replaced_at   timestamptz not null,
    password_hash text not null,
    primary key (account_id, replaced_at)
);
alter table access.second_factor enable row level security;
alter table access.second_factor force row level security;
create policy own_factor on access.second_factor
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table access.recovery_code enable row level security;
alter table access.recovery_code force row level security;
create policy own_codes on access.recovery_code
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table access.former_password enable row level security;
alter table access.former_password force row level security;
create policy own_passwords on access.former_password
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update, delete on access.second_factor to kaiyuan_app;
grant select, insert, update (used_at), delete on access.recovery_code to kaiyuan_app;
grant select, insert, delete on access.former_password to kaiyuan_app;
--rollback drop table access.former_password, access.recovery_code, access.second_factor;

--changeset access:0004-session-factor
alter table access.session add column second_factor_at timestamptz;
grant update (second_factor_at) on access.session to kaiyuan_app;
--rollback alter table access.session drop column second_factor_at;

--changeset access:0004-sign-in-rule
-- What a zone asks of those who sign in to it.
create table access.sign_in_rule (
    tenant_id      bigint primary key,
    second_factor  text not null default 'OPTIONAL' check (second_factor in ('OPTIONAL', 'ADMINISTRATORS', 'EVERYONE')),
    password_days  int check (password_days between 1 and 3650),
    idle_minutes   int not null default 30 check (idle_minutes between 5 and 480),
    version        bigint not null default 0
);
alter table access.sign_in_rule enable row level security;
alter table access.sign_in_rule force row level security;
create policy own_zone on access.sign_in_rule
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (second_factor, password_days, idle_minutes, version) on access.sign_in_rule to kaiyuan_app;
--rollback drop table access.sign_in_rule;

--changeset access:0004-sign-in-failure
-- Failed sign-ins by name and by address, so that a guesser waits on whichever node they try. Holds no zone; the name is a
-- hash, because people type passwords into the wrong field.
create table access.sign_in_failure (
    subject    text primary key,
    failures   int not null,
    last_at    timestamptz not null,
    wait_until timestamptz not null
);
create index sign_in_failure_by_age on access.sign_in_failure (last_at);
grant select, insert, update, delete on access.sign_in_failure to kaiyuan_app;
--rollback drop table access.sign_in_failure;
