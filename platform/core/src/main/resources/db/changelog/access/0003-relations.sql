--liquibase formatted sql

--changeset access:0003-relation
-- What one tenant has to do with another, kept by the one that gives. The partner's side of it is published to the partner
-- as a row of its own (access.received_relation): nobody is let through a wall.
create table access.relation (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 0,
    kind         text not null check (kind in ('ENTRUSTS', 'SUB_PARK', 'TRUSTEESHIP', 'ENCLAVE')),
    partner_id   bigint not null check (partner_id <> tenant_id),
    partner_name text not null,
    permissions  text[] not null default '{}',
    starts_on    date not null,
    ends_on      date check (ends_on >= starts_on),
    document     text not null check (document <> ''),
    created_at   timestamptz not null default now(),
    created_by   text not null,
    ended_at     timestamptz,
    ended_by     text,
    primary key (tenant_id, id),
    check (kind = 'ENTRUSTS' or permissions = '{}')
);
create index relation_by_partner on access.relation (tenant_id, partner_id, kind);
alter table access.relation enable row level security;
alter table access.relation force row level security;
create policy own_zone on access.relation
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (version, ends_on, document, permissions, ended_at, ended_by) on access.relation to kaiyuan_app;
--rollback drop table access.relation;

--changeset access:0003-received-relation
-- The partner's side of a relation: a copy that says no more than the partner is told. Whether it still holds is asked of
-- access.relation, in the giver's name, at every request of who acts by it. The second policy shows a person what their
-- own tenants received, before they have chosen in which to act (app.member_of: digits and commas).
create table access.received_relation (
    tenant_id  bigint not null,
    id         uuid not null,
    kind       text not null,
    giver_id   bigint not null,
    giver_name text not null,
    starts_on  date not null,
    ends_on    date,
    document   text not null,
    ended_at   timestamptz,
    primary key (tenant_id, id)
);
alter table access.received_relation enable row level security;
alter table access.received_relation force row level security;
create policy own_zone on access.received_relation
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy members_see on access.received_relation for select
    using (tenant_id = any (string_to_array(nullif(current_setting('app.member_of', true), ''), ',')::bigint[]));
grant select, insert, update (ends_on, ended_at, document) on access.received_relation to kaiyuan_app;
--rollback drop table access.received_relation;
