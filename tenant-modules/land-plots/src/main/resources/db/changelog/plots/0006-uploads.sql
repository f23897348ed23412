--liquibase formatted sql

--changeset plots:0006-upload
-- Files of plots that somebody has brought and not yet decided on; gone after a day, or once they are taken in.
create table plots.upload (
    tenant_id  bigint not null,
    id         uuid not null,
    name       text not null check (name <> '' and length(name) <= 255),
    content    bytea not null,
    brought_by text not null,
    brought_at timestamptz not null,
    primary key (tenant_id, id)
);
create index upload_by_time on plots.upload (tenant_id, brought_at, id);
alter table plots.upload enable row level security;
alter table plots.upload force row level security;
create policy own_zone on plots.upload
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.upload to kaiyuan_app;
--rollback drop table plots.upload;
