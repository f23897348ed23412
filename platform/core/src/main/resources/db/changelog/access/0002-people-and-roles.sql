--liquibase formatted sql

--changeset access:0002-membership
-- A membership has a state, a team and several roles. Row-level security is forced on its owner as well, so the roles of
-- before are moved while it is not.
alter table access.membership
    add column state    text not null default 'ACTIVE' check (state in ('ACTIVE', 'DEACTIVATED')),
    add column team     text,
    add column ended_at timestamptz,
    add column version  bigint not null default 0;
create table access.membership_role (
    tenant_id  bigint not null,
    account_id uuid not null,
    role       text not null check (role <> ''),
    granted_by text not null,
    granted_at timestamptz not null default now(),
    primary key (tenant_id, account_id, role),
    foreign key (tenant_id, account_id) references access.membership (tenant_id, account_id) on delete cascade
);
comment on column access.membership_role.role is 'The name of a ready-made role, or the id of a role of the tenant''s own.';
alter table access.membership no force row level security;
insert into access.membership_role (tenant_id, account_id, role, granted_by)
    select tenant_id, account_id, role, 'system' from access.membership;
alter table access.membership drop column role;
alter table access.membership force row level security;
alter table access.membership_role enable row level security;
alter table access.membership_role force row level security;
create policy own_zone on access.membership_role
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy own_memberships on access.membership_role for select
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, delete on access.membership_role to kaiyuan_app;
grant update (state, team, ended_at, version) on access.membership to kaiyuan_app;
--rollback not possible: a membership may have several roles by now

--changeset access:0002-role
-- Roles of a tenant's own; the ready-made ones are in the code.
create table access.role (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 0,
    name        text not null check (name <> '' and length(name) <= 60),
    permissions text[] not null check (permissions <> '{}'),
    scope       text not null check (scope in ('OWN', 'TEAM', 'SUB_PARK', 'ZONE')),
    primary key (tenant_id, id)
);
create unique index role_by_name on access.role (tenant_id, name);
alter table access.role enable row level security;
alter table access.role force row level security;
create policy own_zone on access.role
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (version, name, permissions, scope), delete on access.role to kaiyuan_app;
--rollback drop table access.role;

--changeset access:0002-account
alter table access.account
    add column email text,
    add column password_changed_at timestamptz not null default now();
grant update (email, password_changed_at) on access.account to kaiyuan_app;
--rollback alter table access.account drop column email, drop column password_changed_at;

--changeset access:0002-session
-- Who is signed in where. Global, because a person's session outlives a change of zone; forced row-level security all the
-- same: a person sees their own.
create table access.session (
    id         uuid primary key,
    account_id uuid not null,
    zone       bigint,
    came_from  bigint,
    views_as   uuid,
    began_at   timestamptz not null,
    seen_at    timestamptz not null,
    address    text not null,
    agent      text not null,
    ended_at   timestamptz,
    end_reason text
);
comment on column access.session.views_as is 'The person whom an administrator looks through, read-only.';
create index session_by_account on access.session (account_id, began_at);
create index session_by_age on access.session (seen_at);
alter table access.session enable row level security;
alter table access.session force row level security;
create policy own_sessions on access.session
    using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update (zone, came_from, views_as, seen_at, ended_at, end_reason), delete on access.session to kaiyuan_app;
--rollback drop table access.session;

--changeset access:0002-invitation
-- One-time links that make somebody a member of a zone. A register like access.api_client, because it is looked up by what
-- the guest brings before any zone is known: a zone sees its own, and a guest the one whose code they hold.
create table access.invitation (
    code_hash    text primary key,
    id           uuid not null unique,
    zone         bigint not null,
    zone_name    text not null,
    display_name text not null check (display_name <> ''),
    email        text,
    roles        text[] not null,
    team         text,
    invited_by   text not null,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    accepted_at  timestamptz,
    accepted_by  text,
    revoked_at   timestamptz
);
create index invitation_by_zone on access.invitation (zone, invited_at);
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
create policy own_zone on access.invitation
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy the_guest on access.invitation for select
    using (code_hash = nullif(current_setting('app.invitation', true), ''));
grant select, insert, update (accepted_at, accepted_by, revoked_at), delete on access.invitation to kaiyuan_app;
--rollback drop table access.invitation;
