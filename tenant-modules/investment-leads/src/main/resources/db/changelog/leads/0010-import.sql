--liquibase formatted sql

--changeset leads:0010-batch-touch
-- Which leads a batch (an import's undo, a bulk act) touched, for the index to look at them again.
create table leads.batch_touch (
    tenant_id bigint not null,
    batch_id  uuid not null,
    lead_id   uuid not null,
    primary key (tenant_id, batch_id, lead_id)
);
alter table leads.batch_touch enable row level security;
alter table leads.batch_touch force row level security;
create policy own_zone on leads.batch_touch
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on leads.batch_touch to kaiyuan_app;
--rollback drop table leads.batch_touch;

--changeset leads:0010-import-job
-- A file that was brought: its columns, what became of it, and how far its run is.
create table leads.import_job (
    tenant_id      bigint not null,
    id             uuid not null,
    file_name      text not null,
    file_bytes     bigint not null,
    headings       text[] not null,
    samples        jsonb not null,
    fields         text[] not null default '{}',
    state          text not null
        check (state in ('UPLOADED', 'QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    phase          text check (phase in ('READING', 'CHECKING', 'WRITING')),
    dry_run        boolean not null default false,
    any_stage      boolean not null default false,
    cancel_wanted  boolean not null default false,
    run_id         uuid,
    read_rows      bigint not null default 0,
    added          bigint not null default 0,
    unchanged      bigint not null default 0,
    rejected       bigint not null default 0,
    failure_key    text,
    failure_values text[] not null default '{}',
    actor          text not null,
    actor_name     text not null,
    created_at     timestamptz not null default now(),
    started_at     timestamptz,
    ended_at       timestamptz,
    undo_wanted_at timestamptz,
    undone_at      timestamptz,
    undone_by_name text,
    primary key (tenant_id, id)
);
comment on column leads.import_job.any_stage is 'Whoever ordered it may let leads pass gates, so stages behind 在谈 are taken as they stand.';
create index import_job_by_run on leads.import_job (tenant_id, run_id);
alter table leads.import_job enable row level security;
alter table leads.import_job force row level security;
create policy own_zone on leads.import_job
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on leads.import_job to kaiyuan_app;
--rollback drop table leads.import_job;

--changeset leads:0010-import-chunk
create table leads.import_chunk (
    tenant_id bigint not null,
    import_id uuid not null,
    position  integer not null,
    content   bytea not null,
    primary key (tenant_id, import_id, position),
    foreign key (tenant_id, import_id) references leads.import_job (tenant_id, id) on delete cascade
);
alter table leads.import_chunk enable row level security;
alter table leads.import_chunk force row level security;
create policy own_zone on leads.import_chunk
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on leads.import_chunk to kaiyuan_app;
--rollback drop table leads.import_chunk;

--changeset leads:0010-import-error
create table leads.import_error (
    tenant_id  bigint not null,
    import_id  uuid not null,
    row_number bigint not null,
    field      text not null,
    value      text,
    reason     text not null,
    arguments  text[] not null default '{}',
    primary key (tenant_id, import_id, row_number, field),
    foreign key (tenant_id, import_id) references leads.import_job (tenant_id, id) on delete cascade
);
alter table leads.import_error enable row level security;
alter table leads.import_error force row level security;
create policy own_zone on leads.import_error
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (reason), delete on leads.import_error to kaiyuan_app;
--rollback drop table leads.import_error;

--changeset leads:0010-import-mapping
-- What a person said the columns of such a file hold, by the normalised headings in their order.
create table leads.import_mapping (
    tenant_id    bigint not null,
    headings_key text collate "C" not null,
    fields       text[] not null,
    actor_name   text not null,
    changed_at   timestamptz not null,
    primary key (tenant_id, headings_key)
);
alter table leads.import_mapping enable row level security;
alter table leads.import_mapping force row level security;
create policy own_zone on leads.import_mapping
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on leads.import_mapping to kaiyuan_app;
--rollback drop table leads.import_mapping;

--changeset leads:0010-import-likely
-- Rows kept out because they are perhaps a lead that is there, or another row, until a person decides.
create table leads.import_likely (
    tenant_id    bigint not null,
    import_id    uuid not null,
    row_number   bigint not null,
    project_name text not null,
    investor     text,
    name_key     text collate "C" not null,
    taken        jsonb not null,
    lead_id      uuid,
    other_row    bigint,
    kind         text not null check (kind in ('CODE', 'INVESTOR', 'PHONE', 'PROJECT')),
    decision     text check (decision in ('KEEP_OUT', 'TAKE_AS_NEW')),
    decided_by   text,
    primary key (tenant_id, import_id, row_number),
    foreign key (tenant_id, import_id) references leads.import_job (tenant_id, id) on delete cascade
);
create index import_likely_open on leads.import_likely (tenant_id, import_id, row_number) where decision is null;
alter table leads.import_likely enable row level security;
alter table leads.import_likely force row level security;
create policy own_zone on leads.import_likely
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.import_likely to kaiyuan_app;
--rollback drop table leads.import_likely;
