--liquibase formatted sql

--changeset delegation:0011-power-decision
-- What was decided under a power: told by another room, or entered by hand, then also many cases in one row.
create table delegation.power_decision (
    tenant_id      bigint not null,
    id             uuid not null,
    version        bigint not null default 1,
    entry_id       uuid not null,
    matter_id      uuid not null,
    -- who told it: a room's word, or MANUAL
    source         text collate "C" not null check (source <> '' and length(source) <= 60),
    reference      text collate "C" not null check (reference <> '' and length(reference) <= 120),
    cases          int not null default 1 check (cases between 1 and 100000),
    -- a number of cases of one month, the one in which they were accepted
    of_month       boolean not null default false,
    applicant      text check (length(applicant) <= 200),
    accepted_on    date not null,
    due_on         date check (due_on >= accepted_on),
    decided_on     date check (decided_on >= accepted_on),
    outcome        text check (outcome in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
    -- how many of the cases a review overturned
    overturned     int not null default 0 check (overturned between 0 and cases),
    overturned_on  date check (overturned_on >= decided_on),
    overturned_why text check (length(overturned_why) <= 2000),
    used_on        date not null generated always as (coalesce(decided_on, accepted_on)) stored,
    -- as of when the other room told it: what is older changes nothing
    told_at        timestamptz,
    recorded_at    timestamptz not null,
    recorded_name  text not null,
    primary key (tenant_id, id),
    unique (tenant_id, source, reference),
    foreign key (tenant_id, matter_id) references delegation.matter (tenant_id, id),
    check ((decided_on is null) = (outcome is null)),
    check ((overturned = 0) = (overturned_on is null)),
    check ((overturned_on is null) = (overturned_why is null)),
    check ((source = 'MANUAL') = (told_at is null))
);
create index decision_by_use on delegation.power_decision (tenant_id, entry_id, used_on desc, id desc);
create index decision_open on delegation.power_decision (tenant_id, entry_id, due_on) where decided_on is null;
create index decision_late on delegation.power_decision (tenant_id, entry_id, used_on) where decided_on > due_on;
create index decision_overturned on delegation.power_decision (tenant_id, entry_id, overturned_on) where overturned > 0;
alter table delegation.power_decision enable row level security;
alter table delegation.power_decision force row level security;
create policy own_zone on delegation.power_decision
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on delegation.power_decision to kaiyuan_app;
--rollback drop table delegation.power_decision;
