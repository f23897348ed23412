--liquibase formatted sql

--changeset delegation:0010-use-rule
-- What the zone has decided for taking over and using its powers; no row: as the program has it.
create table delegation.use_rule (
    tenant_id        bigint not null,
    version          bigint not null default 1,
    unused_months    int not null check (unused_months between 1 and 120),
    evaluation_month int not null check (evaluation_month between 1 and 12),
    evaluation_day   int not null check (evaluation_day between 1 and 31),
    expiry_days      int[] not null,
    handover_days    int[] not null,
    updated_at       timestamptz not null,
    updated_by       text not null,
    primary key (tenant_id)
);
alter table delegation.use_rule enable row level security;
alter table delegation.use_rule force row level security;
create policy own_zone on delegation.use_rule
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.use_rule to kaiyuan_app;
--rollback drop table delegation.use_rule;

--changeset delegation:0010-readiness
-- How far the park is with taking over a power; about the entry, whatever its editions say.
create table delegation.readiness (
    tenant_id  bigint not null,
    entry_id   uuid not null,
    version    bigint not null default 1,
    owner      text collate "C",
    owner_name text,
    due_on     date,
    -- how many of its items are still open, counted when they are written
    open_items int not null check (open_items between 0 and 6),
    updated_at timestamptz not null,
    primary key (tenant_id, entry_id),
    check ((owner is null) = (owner_name is null))
);
create index readiness_owner on delegation.readiness (tenant_id, owner) where owner is not null;
alter table delegation.readiness enable row level security;
alter table delegation.readiness force row level security;
create policy own_zone on delegation.readiness
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.readiness to kaiyuan_app;
create table delegation.readiness_item (
    tenant_id bigint not null,
    entry_id  uuid not null,
    item      text not null check (item in ('PEOPLE', 'ACCOUNT', 'SEAL', 'GUIDE', 'PROCEDURE', 'FORMS')),
    state     text not null check (state in ('OPEN', 'DONE', 'NOT_NEEDED')),
    done_on   date,
    remark    text check (length(remark) <= 500),
    primary key (tenant_id, entry_id, item),
    foreign key (tenant_id, entry_id) references delegation.readiness (tenant_id, entry_id),
    check ((state = 'DONE') = (done_on is not null))
);
alter table delegation.readiness_item enable row level security;
alter table delegation.readiness_item force row level security;
create policy own_zone on delegation.readiness_item
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on delegation.readiness_item to kaiyuan_app;
--rollback drop table delegation.readiness_item, delegation.readiness;
