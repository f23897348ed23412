--liquibase formatted sql

--changeset notices:0002-preference
-- How a person of the zone wants to be told: an address for e-mail, a language for it, hours in which e-mail waits.
create table notices.preference (
    tenant_id  bigint not null,
    username   text not null,
    email      text check (email like '%_@_%' and length(email) <= 254),
    language   text not null default 'zh' check (language in ('zh', 'en')),
    quiet_from time,
    quiet_to   time,
    primary key (tenant_id, username),
    check ((quiet_from is null) = (quiet_to is null))
);
alter table notices.preference enable row level security;
alter table notices.preference force row level security;
create policy own_zone on notices.preference
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on notices.preference to kaiyuan_app;

-- What a person does not want to be told, by channel.
create table notices.muted (
    tenant_id bigint not null,
    username  text not null,
    kind      text not null,
    channel   text not null check (channel in ('BELL', 'EMAIL')),
    primary key (tenant_id, username, kind, channel)
);
alter table notices.muted enable row level security;
alter table notices.muted force row level security;
create policy own_zone on notices.muted
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on notices.muted to kaiyuan_app;
grant delete on notices.notice to kaiyuan_app; -- old ones, by housekeeping
create index notice_by_age on notices.notice (tenant_id, at);
--rollback drop index notices.notice_by_age; revoke delete on notices.notice from kaiyuan_app; drop table notices.muted; drop table notices.preference;

--changeset notices:0002-letter
-- E-mails on their way: written together with what they tell, sent afterwards.
create table notices.letter (
    tenant_id  bigint not null,
    id         uuid not null,
    username   text not null,
    recipient  text not null,
    subject    text not null,
    body       text not null,
    state      text not null check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts   int not null default 0,
    error      text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    primary key (tenant_id, id)
);
create index letter_by_age on notices.letter (tenant_id, created_at);
alter table notices.letter enable row level security;
alter table notices.letter force row level security;
create policy own_zone on notices.letter
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (state, attempts, error, sent_at), delete on notices.letter to kaiyuan_app;
--rollback drop table notices.letter;

--changeset notices:0002-webhook
-- Where another system of the zone wants to be told what happened. The secret is encrypted with the installation's key.
create table notices.webhook (
    tenant_id     bigint not null,
    id            uuid not null,
    url           text not null check (length(url) <= 2000),
    kinds         text[] not null check (cardinality(kinds) between 1 and 50),
    secret        bytea not null,
    enabled       boolean not null default true,
    username      text not null,
    created_at    timestamptz not null,
    failing_since timestamptz,
    primary key (tenant_id, id)
);
alter table notices.webhook enable row level security;
alter table notices.webhook force row level security;
create policy own_zone on notices.webhook
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete, update (url, kinds, secret, enabled, failing_since) on notices.webhook to kaiyuan_app;

-- What was or is to be told; what it is about makes its id, so that telling it twice is telling it once.
create table notices.delivery (
    tenant_id  bigint not null,
    id         uuid not null,
    webhook_id uuid not null,
    kind       text not null,
    payload    text not null check (length(payload) <= 65536),
    state      text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts   int not null default 0,
    status     int,
    response   text,
    created_at timestamptz not null,
    tried_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, webhook_id) references notices.webhook (tenant_id, id) on delete cascade
);
create index delivery_by_webhook on notices.delivery (tenant_id, webhook_id, created_at, id);
create index delivery_by_age on notices.delivery (tenant_id, created_at);
alter table notices.delivery enable row level security;
alter table notices.delivery force row level security;
create policy own_zone on notices.delivery
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete, update (state, attempts, status, response, tried_at) on notices.delivery to kaiyuan_app;
--rollback drop table notices.delivery; drop table notices.webhook;
