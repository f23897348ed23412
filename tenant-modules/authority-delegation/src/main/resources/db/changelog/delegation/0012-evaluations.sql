--liquibase formatted sql

--changeset delegation:0012-evaluation
-- 年度评估 of an entry, with the figures of the year as they were when it was evaluated.
create table delegation.evaluation (
    tenant_id          bigint not null,
    entry_id           uuid not null,
    year               int not null check (year between 2000 and 2200),
    version            bigint not null default 1,
    original_authority text collate "C" not null,
    matter_code        text collate "C",
    matter_name        text not null,
    receiving_body     text not null,
    mode               text not null,
    verdict            text not null check (verdict in ('KEEP', 'ADJUST', 'RECALL')),
    said               text check (length(said) <= 4000),
    decisions          int not null,
    last_used_on       date,
    open               int not null,
    overdue            int not null,
    overturned         int not null,
    by_username        text not null,
    by_name            text not null,
    at                 timestamptz not null,
    primary key (tenant_id, entry_id, year)
);
create index evaluation_of_report on delegation.evaluation (tenant_id, year, original_authority, entry_id);
alter table delegation.evaluation enable row level security;
alter table delegation.evaluation force row level security;
create policy own_zone on delegation.evaluation
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.evaluation to kaiyuan_app;

-- The report for who delegated; once it is closed its evaluations do not change.
create table delegation.evaluation_report (
    tenant_id          bigint not null,
    year               int not null check (year between 2000 and 2200),
    original_authority text collate "C" not null,
    closed_at          timestamptz not null,
    closed_name        text not null,
    primary key (tenant_id, year, original_authority)
);
alter table delegation.evaluation_report enable row level security;
alter table delegation.evaluation_report force row level security;
create policy own_zone on delegation.evaluation_report
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on delegation.evaluation_report to kaiyuan_app;
--rollback drop table delegation.evaluation_report, delegation.evaluation;
