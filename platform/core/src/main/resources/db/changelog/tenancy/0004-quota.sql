--liquibase formatted sql

--changeset tenancy:0004-quota
-- How much a tenant may have; null is without limit.
create table tenancy.quota (
    tenant_id     bigint primary key,
    users         int check (users >= 0),
    records       bigint check (records >= 0),
    storage_bytes bigint check (storage_bytes >= 0),
    calls_a_day   bigint check (calls_a_day >= 0),
    version       bigint not null default 0
);
alter table tenancy.quota enable row level security;
alter table tenancy.quota force row level security;
create policy own_zone on tenancy.quota
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (users, records, storage_bytes, calls_a_day, version) on tenancy.quota to kaiyuan_app;
--rollback drop table tenancy.quota;

--changeset tenancy:0004-record-change
-- How many records came or went, a line a statement; their sum is how many there are. Nobody waits for anybody, because lines
-- are only added; once an hour they are summed up.
create table tenancy.record_change (
    tenant_id bigint not null,
    id        uuid not null default gen_random_uuid(),
    word      text not null,
    n         bigint not null,
    primary key (tenant_id, id)
);
alter table tenancy.record_change enable row level security;
alter table tenancy.record_change force row level security;
create policy own_zone on tenancy.record_change
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on tenancy.record_change to kaiyuan_app;
--rollback drop table tenancy.record_change;

--changeset tenancy:0004-count-records splitStatements:false
-- A module counts its records by two triggers, "after insert … referencing new table as changed" and "after delete … referencing
-- old table as changed", for each statement.
create function tenancy.count_records() returns trigger language plpgsql as $$
declare
    came bigint;
begin
    select count(*) into came from changed;
    if came > 0 then
        insert into tenancy.record_change (tenant_id, word, n) values (
            nullif(current_setting('app.tenant_id', true), '')::bigint, tg_table_schema,
            case tg_op when 'INSERT' then came else -came end);
    end if;
    return null;
end $$;
--rollback drop function tenancy.count_records();

--changeset tenancy:0004-calls
-- How many calls a tenant's programs made on a day of Asia/Shanghai; added up in memory and written every few seconds.
create table tenancy.calls (
    tenant_id bigint not null,
    day       date not null,
    calls     bigint not null,
    primary key (tenant_id, day)
);
alter table tenancy.calls enable row level security;
alter table tenancy.calls force row level security;
create policy own_zone on tenancy.calls
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (calls), delete on tenancy.calls to kaiyuan_app;
--rollback drop table tenancy.calls;
