--liquibase formatted sql

--changeset delegation:0030-import
-- A file of a list on its way to a draft: its rows as they came, what each says compared to the edition that counts, and what was decided.
create table delegation.list_import (
    tenant_id  bigint not null,
    id         uuid not null,
    list_id    uuid not null,
    file_name  text not null check (file_name <> '' and length(file_name) <= 200),
    headings   text[] not null,
    -- what each column holds, by the API's names; empty for one that is not taken
    fields     text[] not null,
    -- what counts where the file is silent
    defaults   jsonb not null default '{}',
    rows       int not null,
    -- the edition that it was compared with; null: not compared yet
    compared_with int,
    compared_at timestamptz,
    state      text not null check (state in ('BROUGHT', 'COMPARED', 'DRAFTED')),
    brought_at timestamptz not null,
    brought_by text not null,
    brought_name text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, list_id) references delegation.list (tenant_id, id)
);
create index list_import_of_list on delegation.list_import (tenant_id, list_id, id);
create index list_import_old on delegation.list_import (tenant_id, brought_at);
alter table delegation.list_import enable row level security;
alter table delegation.list_import force row level security;
create policy own_zone on delegation.list_import
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on delegation.list_import to kaiyuan_app;
--rollback drop table delegation.list_import;

--changeset delegation:0030-import-row
create table delegation.list_import_row (
    tenant_id bigint not null,
    import_id uuid not null,
    -- where a person finds it in the file
    number    bigint not null,
    cells     text[] not null,
    primary key (tenant_id, import_id, number),
    foreign key (tenant_id, import_id) references delegation.list_import (tenant_id, id) on delete cascade
);
alter table delegation.list_import_row enable row level security;
alter table delegation.list_import_row force row level security;
create policy own_zone on delegation.list_import_row
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on delegation.list_import_row to kaiyuan_app;
--rollback drop table delegation.list_import_row;

--changeset delegation:0030-import-line
-- What a row of the file, or an entry that the file does not have, is to the list.
create table delegation.list_import_line (
    tenant_id  bigint not null,
    import_id  uuid not null,
    position   int not null,
    -- null for an entry that the file does not have
    row_number bigint,
    kind       text not null check (kind in ('NEW', 'CHANGED', 'SAME', 'GONE', 'UNCLEAR', 'FAULTY')),
    name       text not null,
    entry_id   uuid,
    matter_id  uuid,
    shared_id  uuid,
    -- the matter as the file names it, where the catalogue has none
    said       jsonb,
    -- what the entry would say; its matter may still be open
    note       jsonb,
    -- matters that it may be, the likeliest first
    candidates uuid[] not null default '{}',
    fault_key  text,
    fault_values text[] not null default '{}',
    choice     text not null check (choice in ('TAKE', 'SKIP', 'OPEN', 'RECALL', 'TAKE_OUT')),
    primary key (tenant_id, import_id, position),
    foreign key (tenant_id, import_id) references delegation.list_import (tenant_id, id) on delete cascade
);
create index list_import_line_of_kind on delegation.list_import_line (tenant_id, import_id, kind, position);
alter table delegation.list_import_line enable row level security;
alter table delegation.list_import_line force row level security;
create policy own_zone on delegation.list_import_line
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on delegation.list_import_line to kaiyuan_app;
--rollback drop table delegation.list_import_line;

--changeset delegation:0030-import-mapping
-- What a person of this zone once said of such headings.
create table delegation.list_import_mapping (
    tenant_id    bigint not null,
    headings_key text collate "C" not null,
    fields       text[] not null,
    primary key (tenant_id, headings_key)
);
alter table delegation.list_import_mapping enable row level security;
alter table delegation.list_import_mapping force row level security;
create policy own_zone on delegation.list_import_mapping
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.list_import_mapping to kaiyuan_app;
--rollback drop table delegation.list_import_mapping;
