--liquibase formatted sql

--changeset enterprises:0030-import-job
-- A file that was brought: its columns, what became of each, and how far its run is.
alter table enterprises.import_job
    drop constraint import_job_state_check,
    add constraint import_job_state_check
        check (state in ('UPLOADED', 'QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    add column phase           text check (phase in ('READING', 'CHECKING', 'WRITING')),
    add column dry_run         boolean not null default false,
    add column cancel_wanted   boolean not null default false,
    add column run_id          uuid,
    add column file_bytes      bigint not null default 0,
    add column headings        text[] not null default '{}',
    add column samples         jsonb not null default '[]',
    add column fields          text[] not null default '{}',
    add column failure_values  text[] not null default '{}',
    add column undo_wanted_at  timestamptz,
    add column undone_at       timestamptz,
    add column undone_by_name  text;
create index import_job_by_run on enterprises.import_job (tenant_id, run_id);
create index import_job_waiting on enterprises.import_job (tenant_id, created_at) where state = 'UPLOADED';
--rollback drop index enterprises.import_job_waiting;
--rollback drop index enterprises.import_job_by_run;
--rollback alter table enterprises.import_job drop column phase, drop column dry_run, drop column cancel_wanted, drop column run_id, drop column file_bytes, drop column headings, drop column samples, drop column fields, drop column failure_values, drop column undo_wanted_at, drop column undone_at, drop column undone_by_name;

--changeset enterprises:0030-import-version
-- The version that the import in import_id left behind: while it is the row's own, nobody changed it since.
alter table enterprises.enterprise add column import_version bigint;
--rollback alter table enterprises.enterprise drop column import_version;

--changeset enterprises:0030-import-mapping
-- What a person said the columns of such a file hold, by the normalised headings in their order.
create table enterprises.import_mapping (
    tenant_id    bigint not null,
    headings_key text collate "C" not null,
    fields       text[] not null,
    actor_name   text not null,
    changed_at   timestamptz not null,
    primary key (tenant_id, headings_key)
);
alter table enterprises.import_mapping enable row level security;
alter table enterprises.import_mapping force row level security;
create policy own_zone on enterprises.import_mapping
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on enterprises.import_mapping to kaiyuan_app;
--rollback drop table enterprises.import_mapping;

--changeset enterprises:0030-import-likely
-- Rows kept out because an enterprise of that name is there already, until a person decides.
create table enterprises.import_likely (
    tenant_id     bigint not null,
    import_id     uuid not null,
    row_number    bigint not null,
    name          text not null,
    name_key      text collate "C" not null,
    credit_code   text collate "C",
    taken         jsonb not null,
    enterprise_id uuid,
    other_row     bigint,
    decision      text check (decision in ('KEEP_OUT', 'TAKE_AS_NEW', 'SAME_RECORD')),
    decided_by    text,
    primary key (tenant_id, import_id, row_number),
    foreign key (tenant_id, import_id) references enterprises.import_job (tenant_id, id) on delete cascade
);
create index import_likely_open on enterprises.import_likely (tenant_id, import_id, row_number) where decision is null;
alter table enterprises.import_likely enable row level security;
alter table enterprises.import_likely force row level security;
create policy own_zone on enterprises.import_likely
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.import_likely to kaiyuan_app;
--rollback drop table enterprises.import_likely;

--changeset enterprises:0030-import-before
-- What an import changed in a record that was there, to put it back; those it brought are in batch_touch alone.
create table enterprises.import_before (
    tenant_id         bigint not null,
    import_id         uuid not null,
    enterprise_id     uuid not null,
    before            jsonb not null,
    former_name_added boolean not null,
    prior_import      uuid,
    prior_untouched   boolean not null,
    primary key (tenant_id, import_id, enterprise_id),
    foreign key (tenant_id, import_id) references enterprises.import_job (tenant_id, id) on delete cascade
);
alter table enterprises.import_before enable row level security;
alter table enterprises.import_before force row level security;
create policy own_zone on enterprises.import_before
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on enterprises.import_before to kaiyuan_app;
--rollback drop table enterprises.import_before;

--changeset enterprises:0030-import-error
grant update (reason) on enterprises.import_error to kaiyuan_app;
--rollback revoke update (reason) on enterprises.import_error from kaiyuan_app;
