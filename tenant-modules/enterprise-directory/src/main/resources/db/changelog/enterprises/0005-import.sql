--liquibase formatted sql

--changeset enterprises:0005-import-job
create table enterprises.import_job (
    tenant_id   bigint not null,
    id          uuid not null,
    file_name   text not null,
    existing    text not null check (existing in ('SKIP', 'FILL_GAPS', 'OVERWRITE')),
    state       text not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    actor       text not null,
    actor_name  text not null,
    read_rows   bigint not null default 0,
    added       bigint not null default 0,
    changed     bigint not null default 0,
    unchanged   bigint not null default 0,
    rejected    bigint not null default 0,
    failure_key text,
    created_at  timestamptz not null default now(),
    started_at  timestamptz,
    ended_at    timestamptz,
    primary key (tenant_id, id)
);
alter table enterprises.import_job enable row level security;
alter table enterprises.import_job force row level security;
create policy own_zone on enterprises.import_job
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on enterprises.import_job to kaiyuan_app;
--rollback drop table enterprises.import_job;

--changeset enterprises:0005-import-chunk
create table enterprises.import_chunk (
    tenant_id bigint not null,
    import_id uuid not null,
    position  integer not null,
    content   bytea not null,
    primary key (tenant_id, import_id, position),
    foreign key (tenant_id, import_id) references enterprises.import_job (tenant_id, id) on delete cascade
);
alter table enterprises.import_chunk enable row level security;
alter table enterprises.import_chunk force row level security;
create policy own_zone on enterprises.import_chunk
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on enterprises.import_chunk to kaiyuan_app;
--rollback drop table enterprises.import_chunk;

--changeset enterprises:0005-import-error
create table enterprises.import_error (
    tenant_id  bigint not null,
    import_id  uuid not null,
    row_number bigint not null,
    field      text not null,
    value      text,
    reason     text not null,
    primary key (tenant_id, import_id, row_number, field),
    foreign key (tenant_id, import_id) references enterprises.import_job (tenant_id, id) on delete cascade
);
alter table enterprises.import_error enable row level security;
alter table enterprises.import_error force row level security;
create policy own_zone on enterprises.import_error
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on enterprises.import_error to kaiyuan_app;
--rollback drop table enterprises.import_error;
