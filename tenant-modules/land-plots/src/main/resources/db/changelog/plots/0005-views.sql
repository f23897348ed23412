--liquibase formatted sql

--changeset plots:0005-saved-view
create table plots.saved_view (
    tenant_id  bigint not null,
    id         uuid not null,
    owner      text not null,
    owner_name text not null default '',
    name       text not null check (name <> '' and length(name) <= 60),
    shared     boolean not null default false,
    query      text not null,
    primary key (tenant_id, id)
);
create unique index saved_view_by_name on plots.saved_view (tenant_id, owner, name);
alter table plots.saved_view enable row level security;
alter table plots.saved_view force row level security;
create policy own_zone on plots.saved_view
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.saved_view to kaiyuan_app;
--rollback drop table plots.saved_view;
