--liquibase formatted sql

--changeset access:0006-identity-provider
-- The OpenID Connect provider that vouches for the people of a zone; its secret is encrypted with the key of this
-- installation.
create table access.identity_provider (
    tenant_id           bigint primary key,
    version             bigint not null default 0,
    issuer              text not null check (issuer <> ''),
    client_id           text not null check (client_id <> ''),
    client_secret       bytea not null,
    default_role        text not null check (default_role <> ''),
    second_factor_there boolean not null default false,
    enabled             boolean not null default true
);
comment on column access.identity_provider.second_factor_there is 'The provider asks for a second factor itself: ours is not asked for as well.';
alter table access.identity_provider enable row level security;
alter table access.identity_provider force row level security;
create policy own_zone on access.identity_provider
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete,
    update (version, issuer, client_id, client_secret, default_role, second_factor_there, enabled)
    on access.identity_provider to kaiyuan_app;
--rollback drop table access.identity_provider;

--changeset access:0006-sign-in-domain
-- Which zone's provider vouches for the addresses of an e-mail domain. A register like access.invitation, because a domain
-- belongs to one zone and is asked for before any zone is known: a zone sees its own, and the gate the one that was typed.
create table access.sign_in_domain (
    domain text primary key check (domain = lower(domain) and domain <> ''),
    zone   bigint not null
);
create index sign_in_domain_by_zone on access.sign_in_domain (zone, domain);
alter table access.sign_in_domain enable row level security;
alter table access.sign_in_domain force row level security;
create policy own_zone on access.sign_in_domain
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy the_one_that_asks on access.sign_in_domain for select
    using (domain = nullif(current_setting('app.email_domain', true), ''));
grant select, insert, delete on access.sign_in_domain to kaiyuan_app;
--rollback drop table access.sign_in_domain;

--changeset access:0006-foreign-identity
-- Whom the zone's provider means by a subject. Of one issuer: another one that says the same subject means somebody else.
create table access.foreign_identity (
    tenant_id  bigint not null,
    issuer     text not null,
    subject    text not null,
    account_id uuid not null,
    email      text not null,
    first_at   timestamptz not null,
    primary key (tenant_id, issuer, subject)
);
create unique index foreign_identity_by_account on access.foreign_identity (tenant_id, account_id);
alter table access.foreign_identity enable row level security;
alter table access.foreign_identity force row level security;
create policy own_zone on access.foreign_identity
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (email) on access.foreign_identity to kaiyuan_app;
--rollback drop table access.foreign_identity;

--changeset access:0006-session-vouched
alter table access.session add column vouched_by bigint;
comment on column access.session.vouched_by is 'The zone whose provider said who it is: the session acts in that zone''s name and no other''s.';
--rollback alter table access.session drop column vouched_by;
