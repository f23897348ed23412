--liquibase formatted sql

--changeset delegation:0020-showing
-- What the zone has decided about showing its lists; stays when it shows nothing.
create table delegation.showing (
    tenant_id    bigint not null,
    version      bigint not null default 0,
    shown        boolean not null,
    -- which lists; null: all that are published, and those to come
    lists        uuid[],
    changed_at   timestamptz not null,
    changed_name text not null,
    primary key (tenant_id)
);
alter table delegation.showing enable row level security;
alter table delegation.showing force row level security;
create policy own_zone on delegation.showing
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.showing to kaiyuan_app;
--rollback drop table delegation.showing;

--changeset delegation:0020-shown
-- The shelf: what zones show the public, and each other, as records of their own. Everyone reads it, with and without a zone; only the
-- zone itself puts something there, or takes it away. Column zone, not tenant_id: a register over zones.
-- Whoever is not on it shows nothing.
create table delegation.shown_zone (
    zone       bigint primary key references tenancy.tenant (id),
    since      timestamptz not null,
    -- another one whenever anything of it changes
    revision   uuid not null,
    changed_at timestamptz not null
);
create table delegation.shown_list (
    zone         bigint not null references delegation.shown_zone (zone) on delete cascade,
    list_id      uuid not null,
    kind         text not null check (kind in ('POWERS', 'DUTIES', 'EMPOWERMENT', 'ENTRUSTMENT', 'SERVICES', 'BOUNDARIES')),
    title        text collate "C" not null,
    -- the one that counts; 0 only while it is being filled
    edition      int not null,
    published_at timestamptz not null,
    entries      int not null,
    primary key (zone, list_id)
);
create table delegation.shown_edition (
    zone         bigint not null,
    list_id      uuid not null,
    number       int not null,
    -- what the list was called, and what was said of its batches, when the edition was put here
    title        text not null,
    batches      jsonb not null default '[]',
    published_at timestamptz not null,
    note         text,
    entries      int not null,
    primary key (zone, list_id, number),
    foreign key (zone, list_id) references delegation.shown_list (zone, list_id) on delete cascade
);
create table delegation.shown_wording (
    zone         bigint not null,
    list_id      uuid not null,
    entry_id     uuid not null,
    from_edition int not null,
    to_edition   int check (to_edition > from_edition),
    -- its document in the index; another one each time it is put here
    document     uuid not null default gen_random_uuid(),
    list_kind    text not null,
    -- the matter as it was called when the wording was put here
    matter_id    uuid not null,
    matter_code  text collate "C",
    basic_code   text collate "C",
    matter_name  text collate "C" not null,
    name_key     text collate "C" not null,
    matter_kind  text not null,
    field        text collate "C",
    bases        jsonb not null default '[]',
    -- the code of the national catalogue: the same matter has it in every zone
    match_code   text collate "C",
    act          text not null,
    ends         uuid,
    original_authority text collate "C" not null,
    receiving_body     text collate "C" not null,
    mode         text not null,
    sub_park     text collate "C",
    category     text,
    most_yuan    numeric(18, 2),
    conditions   text,
    effective_on date not null,
    handover_on  date,
    expires_on   date,
    document_number text collate "C",
    decided_on   date,
    issuer       text,
    letter       text,
    area         text,
    batch        int,
    duties       jsonb not null default '[]',
    shares       jsonb not null default '[]',
    remarks      text,
    primary key (zone, list_id, entry_id, from_edition),
    foreign key (zone, list_id) references delegation.shown_list (zone, list_id) on delete cascade
);
create index shown_wording_current on delegation.shown_wording (zone, entry_id) where to_edition is null;
create index shown_wording_from on delegation.shown_wording (zone, list_id, from_edition);
create index shown_wording_to on delegation.shown_wording (zone, list_id, to_edition) where to_edition is not null;
create unique index shown_wording_document on delegation.shown_wording (zone, document);
create index shown_wording_of_entry on delegation.shown_wording (zone, entry_id, from_edition);
create index shown_wording_of_matter on delegation.shown_wording (zone, matter_id) where to_edition is null;
create index shown_wording_name on delegation.shown_wording (zone, name_key) where to_edition is null;
create index shown_wording_ends on delegation.shown_wording (zone, ends) where ends is not null and to_edition is null;
create index shown_wording_called on delegation.shown_wording (name_key, match_code)
    where to_edition is null and match_code is not null;

alter table delegation.shown_zone enable row level security;
alter table delegation.shown_zone force row level security;
create policy everyone_reads on delegation.shown_zone for select using (true);
create policy zone_puts on delegation.shown_zone for insert
    with check (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_changes on delegation.shown_zone for update
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_takes on delegation.shown_zone for delete
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on delegation.shown_zone to kaiyuan_app;

alter table delegation.shown_list enable row level security;
alter table delegation.shown_list force row level security;
create policy everyone_reads on delegation.shown_list for select using (true);
create policy zone_puts on delegation.shown_list for insert
    with check (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_changes on delegation.shown_list for update
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_takes on delegation.shown_list for delete
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on delegation.shown_list to kaiyuan_app;

-- what is published does not change: it goes with its list, whole
alter table delegation.shown_edition enable row level security;
alter table delegation.shown_edition force row level security;
create policy everyone_reads on delegation.shown_edition for select using (true);
create policy zone_puts on delegation.shown_edition for insert
    with check (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_takes on delegation.shown_edition for delete
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on delegation.shown_edition to kaiyuan_app;

alter table delegation.shown_wording enable row level security;
alter table delegation.shown_wording force row level security;
create policy everyone_reads on delegation.shown_wording for select using (true);
create policy zone_puts on delegation.shown_wording for insert
    with check (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_changes on delegation.shown_wording for update
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
create policy zone_takes on delegation.shown_wording for delete
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (to_edition) on delegation.shown_wording to kaiyuan_app;
create trigger refuse_rewriting before update on delegation.shown_wording
    for each row execute function delegation.refuse_rewriting();
--rollback drop table delegation.shown_wording, delegation.shown_edition, delegation.shown_list, delegation.shown_zone;

--changeset delegation:0020-match-code splitStatements:false
-- By which code the same matter is known everywhere: that of the basic catalogue, which an implementing code (实施编码) begins with.
-- A zone's own numbering is none: two zones may give one number to two matters.
create function delegation.match_code(basic_code text, code text) returns text
language sql immutable parallel safe as $$
    select upper(coalesce(basic_code, substring(code from '^([0-9A-Za-z]{10,16})-[0-9]{6,12}(?:-|$)')))
$$;
grant execute on function delegation.match_code(text, text) to kaiyuan_app;
--rollback drop function delegation.match_code(text, text);
