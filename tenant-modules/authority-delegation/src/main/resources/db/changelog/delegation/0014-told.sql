--liquibase formatted sql

--changeset delegation:0014-use-told
-- What somebody was reminded of already: a day that moves is told again, nothing else is.
create table delegation.use_told (
    tenant_id   bigint not null,
    kind        text not null check (kind in ('EXPIRY', 'EXPIRY_HOOK', 'HANDOVER', 'EVALUATION', 'BASIS_AMENDED',
                    'BASIS_REPEALED', 'NOT_READY')),
    -- an entry, or a matter
    subject_id  uuid not null,
    of_day      date not null,
    -- so many days before it; -1 is the day after
    days_before int not null,
    at          timestamptz not null,
    primary key (tenant_id, kind, subject_id, of_day, days_before)
);
alter table delegation.use_told enable row level security;
alter table delegation.use_told force row level security;
create policy own_zone on delegation.use_told
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on delegation.use_told to kaiyuan_app;
--rollback drop table delegation.use_told;
