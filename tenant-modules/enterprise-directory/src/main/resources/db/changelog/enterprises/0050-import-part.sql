--liquibase formatted sql

--changeset enterprises:0050-import-part-before
-- What an import changed in the contacts, qualifications, yearly figures and tags of a record that was there;
-- a line that was not there has no before. It goes with the record, so that no phone number outlives it.
create table enterprises.import_part_before (
    tenant_id     bigint not null,
    import_id     uuid not null,
    enterprise_id uuid not null,
    kind          text not null check (kind in ('CONTACT', 'QUALIFICATION', 'FIGURES', 'TAG')),
    key           text not null,
    before        jsonb,
    primary key (tenant_id, import_id, enterprise_id, kind, key),
    foreign key (tenant_id, import_id) references enterprises.import_job (tenant_id, id) on delete cascade,
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
create index import_part_before_of_enterprise on enterprises.import_part_before (tenant_id, enterprise_id);
alter table enterprises.import_part_before enable row level security;
alter table enterprises.import_part_before force row level security;
create policy own_zone on enterprises.import_part_before
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on enterprises.import_part_before to kaiyuan_app;
--rollback drop table enterprises.import_part_before;
