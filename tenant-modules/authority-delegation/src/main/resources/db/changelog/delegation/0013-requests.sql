--liquibase formatted sql

--changeset delegation:0013-power-request
-- 「点菜」: a request for a power. Both sides have a row of their own under the same id: what one side publishes is told to the
-- other, which writes it into its own row.
create table delegation.power_request (
    tenant_id          bigint not null,
    id                 uuid not null,
    version            bigint not null default 1,
    side               text not null check (side in ('PARK', 'SUPERVISOR')),
    zone_id            bigint not null,
    zone_name          text not null,
    -- who works on it; null where the park has no supervisor on the platform
    supervisor_id      bigint,
    supervisor_name    text,
    state              text not null check (state in ('DRAFT', 'SENT', 'RETURNED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    -- how many times it was sent, and the number of the park's last message
    round              int not null default 0 check (round >= 0),
    told               bigint not null default 0,
    -- of the park's own catalogue; never on the other side
    matter_id          uuid,
    matter_code        text collate "C" check (length(matter_code) <= 80),
    matter_name        text not null check (matter_name <> '' and length(matter_name) <= 300),
    original_authority text not null check (length(original_authority) <= 200),
    reason             text not null check (length(reason) <= 4000),
    cases              int check (cases between 0 and 1000000),
    cases_said         text check (length(cases_said) <= 4000),
    readiness_said     text check (length(readiness_said) <= 4000),
    -- what the other side was told last: the fields above may be revised meanwhile
    sent_said          jsonb,
    sent_at            timestamptz,
    withdrawn_at       timestamptz,
    withdrawn_why      text check (length(withdrawn_why) <= 2000),
    ended_on           date,
    -- of this side alone
    notes              text check (length(notes) <= 4000),
    begun_at           timestamptz not null,
    begun_by           text not null,
    begun_name         text not null,
    updated_at         timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, matter_id) references delegation.matter (tenant_id, id),
    check ((supervisor_id is null) = (supervisor_name is null)),
    check (side = 'PARK' or supervisor_id is not null),
    check (side = 'PARK' or matter_id is null)
);
create index power_request_by_state on delegation.power_request (tenant_id, state, id desc);
alter table delegation.power_request enable row level security;
alter table delegation.power_request force row level security;
create policy own_zone on delegation.power_request
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.power_request to kaiyuan_app;

-- The answers of four steps, again in each round. One that is not published yet is only with who writes it.
create table delegation.power_answer (
    tenant_id    bigint not null,
    id           uuid not null,
    request_id   uuid not null,
    version      bigint not null default 1,
    round        int not null check (round > 0),
    step         text not null check (step in ('DEPARTMENT', 'STAFFING', 'LEGALITY', 'GOVERNMENT')),
    outcome      text not null check (outcome in ('AGREED', 'CONDITIONAL', 'REFUSED', 'RETURNED')),
    body         text not null check (body <> '' and length(body) <= 200),
    said         text check (length(said) <= 4000),
    document     text collate "C" check (length(document) <= 120),
    answered_on  date not null,
    granted_on   date,
    published_at timestamptz,
    written_name text not null,
    primary key (tenant_id, id),
    unique (tenant_id, request_id, round, step),
    foreign key (tenant_id, request_id) references delegation.power_request (tenant_id, id),
    check (granted_on is null or (step = 'GOVERNMENT' and outcome in ('AGREED', 'CONDITIONAL')))
);
alter table delegation.power_answer enable row level security;
alter table delegation.power_answer force row level security;
create policy own_zone on delegation.power_answer
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.power_answer to kaiyuan_app;
--rollback drop table delegation.power_answer, delegation.power_request;
