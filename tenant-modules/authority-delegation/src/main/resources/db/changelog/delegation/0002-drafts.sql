--liquibase formatted sql

--changeset delegation:0002-draft
-- What the next edition of a list will say differently, entry by entry; without a note the entry is taken out.
create table delegation.draft (
    tenant_id  bigint not null,
    list_id    uuid not null,
    entry_id   uuid not null,
    version    int not null default 0,
    note       jsonb,
    matter_id  uuid,
    edited_at  timestamptz not null,
    edited_by  text not null,
    edited_name text not null,
    primary key (tenant_id, list_id, entry_id),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id),
    foreign key (tenant_id, matter_id) references delegation.matter (tenant_id, id),
    check ((note is null) = (matter_id is null))
);
create index draft_of_matter on delegation.draft (tenant_id, matter_id) where matter_id is not null;
alter table delegation.draft enable row level security;
alter table delegation.draft force row level security;
create policy own_zone on delegation.draft
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on delegation.draft to kaiyuan_app;
--rollback drop table delegation.draft;
