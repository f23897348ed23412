--liquibase formatted sql

--changeset portal:0001-schema
create schema portal;
grant usage on schema portal to kaiyuan_app;
--rollback drop schema portal;

--changeset portal:0001-representative
-- Who asks to stand, stands or stood for an enterprise of the park. A request names a credit code and no enterprise: that it
-- is in the directory, or is not, is found when somebody decides. The second policy shows a person their own rows of all
-- parks, for reading only, while app.account_id is set in that transaction: it says no more than they have asked for.
create table portal.representative (
    tenant_id       bigint not null,
    id              uuid not null,
    version         bigint not null default 0,
    account_id      uuid not null,
    username        text not null,
    person_name     text not null check (person_name <> '' and length(person_name) <= 60),
    phone           text not null check (phone <> '' and length(phone) <= 30),
    credit_code     text not null check (length(credit_code) = 18),
    enterprise_id   uuid,
    enterprise_name text,
    administrator   boolean not null default false,
    state           text not null check (state in ('REQUESTED', 'CONFIRMED', 'DECLINED', 'ENDED')),
    requested_at    timestamptz not null,
    decided_at      timestamptz,
    decided_by      text,
    reason          text check (length(reason) <= 200),
    primary key (tenant_id, id),
    check (state <> 'CONFIRMED' or enterprise_id is not null and enterprise_name is not null),
    check ((state = 'REQUESTED') = (decided_at is null)),
    check (not administrator or state = 'CONFIRMED')
);
create unique index representative_asks_once on portal.representative (tenant_id, account_id, credit_code) where state = 'REQUESTED';
create unique index representative_stands_once on portal.representative (tenant_id, account_id, enterprise_id) where state = 'CONFIRMED';
create index representative_by_enterprise on portal.representative (tenant_id, enterprise_id, state);
create index representative_in_turn on portal.representative (tenant_id, state, requested_at, id);
alter table portal.representative enable row level security;
alter table portal.representative force row level security;
create policy own_zone on portal.representative
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy own_representations on portal.representative for select
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert on portal.representative to kaiyuan_app;
grant update (version, enterprise_id, enterprise_name, administrator, state, decided_at, decided_by, reason)
    on portal.representative to kaiyuan_app;
--rollback drop table portal.representative;

--changeset portal:0001-confirmation-code
-- One-time codes that make somebody a representative at once, from the park's staff or from the enterprise's administrator.
-- Only the hash of a code is kept.
create table portal.confirmation_code (
    tenant_id     bigint not null,
    id            uuid not null,
    code_hash     text not null,
    enterprise_id uuid not null,
    administrator boolean not null,
    made_for      text check (length(made_for) <= 60),
    made_by       text not null,
    maker         text not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    used_by       text,
    revoked_at    timestamptz,
    primary key (tenant_id, id)
);
create unique index confirmation_code_by_hash on portal.confirmation_code (tenant_id, code_hash);
comment on column portal.confirmation_code.maker is 'User name of who made it: what they made ends with them.';
create index confirmation_code_by_enterprise on portal.confirmation_code (tenant_id, enterprise_id, made_at);
alter table portal.confirmation_code enable row level security;
alter table portal.confirmation_code force row level security;
create policy own_zone on portal.confirmation_code
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (enterprise_id, used_at, used_by, revoked_at) on portal.confirmation_code to kaiyuan_app;
--rollback drop table portal.confirmation_code;
