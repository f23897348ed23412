--liquibase formatted sql

--changeset plots:0004-building
-- A building (厂房, 楼宇). Where it stands is said twice at most: on a plot, and as a point of longitude and latitude (CGCS2000).
create table plots.building (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 0,
    number       text collate "C" not null check (number <> '' and length(number) <= 60),
    name         text collate "C" not null check (name <> '' and length(name) <= 200),
    plot_id      uuid,
    longitude    numeric(9, 6) check (longitude between 73 and 136),
    latitude     numeric(8, 6) check (latitude between 3 and 54),
    built_m2     numeric(12, 2) check (built_m2 > 0),
    floors_above int check (floors_above between 0 and 200),
    floors_below int check (floors_below between 0 and 20),
    completed_on date,
    holder_id    uuid,
    holder_name  text check (length(holder_name) <= 200),
    note         text check (length(note) <= 4000),
    -- one that was taken out of the register stays, because leases of the past speak of it
    ended_on     date,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id),
    check ((longitude is null) = (latitude is null))
);
create unique index building_by_number on plots.building (tenant_id, number) where ended_on is null;
create index building_by_change on plots.building (tenant_id, updated_at desc, id desc) where ended_on is null;
create index building_of_plot on plots.building (tenant_id, plot_id) where plot_id is not null;
create index building_by_holder on plots.building (tenant_id, holder_id) where holder_id is not null;
alter table plots.building enable row level security;
alter table plots.building force row level security;
create policy own_zone on plots.building
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.building to kaiyuan_app;
create trigger records_came after insert on plots.building referencing new table as changed
    for each statement execute function tenancy.count_records();
create trigger records_went after delete on plots.building referencing old table as changed
    for each statement execute function tenancy.count_records();
--rollback drop table plots.building;

--changeset plots:0004-floor
-- A floor: 1 is the ground floor, -1 the first one below; there is no 0.
create table plots.floor (
    tenant_id   bigint not null,
    building_id uuid not null,
    level       int not null check (level between -20 and 200 and level <> 0),
    gross_m2    numeric(12, 2) check (gross_m2 > 0),
    primary key (tenant_id, building_id, level),
    foreign key (tenant_id, building_id) references plots.building (tenant_id, id) on delete cascade
);
alter table plots.floor enable row level security;
alter table plots.floor force row level security;
create policy own_zone on plots.floor
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.floor to kaiyuan_app;
--rollback drop table plots.floor;

--changeset plots:0004-unit
-- What is let as a whole. What it is today (leased) is told by the leases; standing says what it is while no lease runs.
create table plots.unit (
    tenant_id      bigint not null,
    id             uuid not null,
    version        bigint not null default 0,
    building_id    uuid not null,
    level          int not null,
    number         text collate "C" not null check (number <> '' and length(number) <= 60),
    area_m2        numeric(12, 2) not null check (area_m2 > 0),
    -- 楼面活荷载 in kN/m² (people say 吨/㎡: 1 t/m² is 9.80665 kN/m²)
    load_kn_m2     numeric(8, 2) check (load_kn_m2 > 0),
    clear_height_m numeric(6, 2) check (clear_height_m > 0),
    power_kva      numeric(10, 2) check (power_kva >= 0),
    crane_t        numeric(8, 2) check (crane_t >= 0),
    used_for       text not null check (used_for in ('WORKSHOP', 'RESEARCH', 'OFFICE', 'STORAGE', 'DORMITORY', 'SHOP', 'OTHER')),
    standing       text not null check (standing in ('VACANT', 'RESERVED', 'OWN_USE', 'NOT_FOR_LEASE')),
    note           text check (length(note) <= 2000),
    ended_on       date,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, building_id, level) references plots.floor (tenant_id, building_id, level)
);
create unique index unit_by_number on plots.unit (tenant_id, building_id, number) where ended_on is null;
create index unit_by_floor on plots.unit (tenant_id, building_id, level, number);
create index unit_by_change on plots.unit (tenant_id, updated_at desc, id desc) where ended_on is null;
alter table plots.unit enable row level security;
alter table plots.unit force row level security;
create policy own_zone on plots.unit
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.unit to kaiyuan_app;
create trigger records_came after insert on plots.unit referencing new table as changed
    for each statement execute function tenancy.count_records();
create trigger records_went after delete on plots.unit referencing old table as changed
    for each statement execute function tenancy.count_records();
--rollback drop table plots.unit;

--changeset plots:0004-lease
-- A lease (租赁合同) of one or more units. last_day is the day it really ends: ended_on where it was ended early, else to_day.
create table plots.lease (
    tenant_id       bigint not null,
    id              uuid not null,
    version         bigint not null default 0,
    number          text collate "C" not null check (number <> '' and length(number) <= 60),
    enterprise_id   uuid,
    tenant_name     text collate "C" not null check (tenant_name <> '' and length(tenant_name) <= 200),
    from_day        date not null,
    to_day          date not null check (to_day >= from_day),
    last_day        date not null,
    -- m² that rent is paid for, as agreed when it was signed
    area_m2         numeric(12, 2) not null check (area_m2 > 0),
    rent_yuan_m2    numeric(12, 4) not null check (rent_yuan_m2 >= 0), -- per m² and month
    deposit_yuan    numeric(14, 2) check (deposit_yuan >= 0),
    step_percent    numeric(7, 4) check (step_percent between -100 and 100),
    step_months     int check (step_months between 1 and 600),
    interval_months int not null check (interval_months in (1, 3, 6, 12)),
    due_day         int not null check (due_day between 1 and 31),
    note            text check (length(note) <= 4000),
    renews          uuid,
    ended_on        date,
    settled_on      date,
    end_reason      text check (length(end_reason) <= 1000),
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, renews) references plots.lease (tenant_id, id) on delete set null (renews),
    check ((step_percent is null) = (step_months is null)),
    check ((ended_on is null) = (end_reason is null) and (ended_on is null) = (settled_on is null)),
    check (ended_on between from_day and to_day),
    check (last_day = coalesce(ended_on, to_day))
);
create unique index lease_by_number on plots.lease (tenant_id, number);
create unique index lease_renewed_once on plots.lease (tenant_id, renews) where renews is not null;
create index lease_by_change on plots.lease (tenant_id, updated_at desc, id desc);
create index lease_by_last_day on plots.lease (tenant_id, last_day, id);
create index lease_of_enterprise on plots.lease (tenant_id, enterprise_id) where enterprise_id is not null;
alter table plots.lease enable row level security;
alter table plots.lease force row level security;
create policy own_zone on plots.lease
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.lease to kaiyuan_app;
create trigger records_came after insert on plots.lease referencing new table as changed
    for each statement execute function tenancy.count_records();
create trigger records_went after delete on plots.lease referencing old table as changed
    for each statement execute function tenancy.count_records();
--rollback drop table plots.lease;

--changeset plots:0004-lease-unit
-- Which units, with the days of the lease: two leases of one unit share no day. Whoever writes here holds the units' rows.
create table plots.lease_unit (
    tenant_id bigint not null,
    lease_id  uuid not null,
    unit_id   uuid not null,
    area_m2   numeric(12, 2) not null check (area_m2 > 0),
    from_day  date not null,
    last_day  date not null check (last_day >= from_day),
    primary key (tenant_id, lease_id, unit_id),
    foreign key (tenant_id, lease_id) references plots.lease (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references plots.unit (tenant_id, id)
);
create index lease_unit_of_unit on plots.lease_unit (tenant_id, unit_id, last_day, from_day);
alter table plots.lease_unit enable row level security;
alter table plots.lease_unit force row level security;
create policy own_zone on plots.lease_unit
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.lease_unit to kaiyuan_app;
--rollback drop table plots.lease_unit;

--changeset plots:0004-lease-free
-- Days without rent (免租期), both ends counted.
create table plots.lease_free (
    tenant_id bigint not null,
    lease_id  uuid not null,
    from_day  date not null,
    to_day    date not null check (to_day >= from_day),
    primary key (tenant_id, lease_id, from_day),
    foreign key (tenant_id, lease_id) references plots.lease (tenant_id, id) on delete cascade
);
alter table plots.lease_free enable row level security;
alter table plots.lease_free force row level security;
create policy own_zone on plots.lease_free
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.lease_free to kaiyuan_app;
--rollback drop table plots.lease_free;

--changeset plots:0004-lease-step
-- Another rent from a day on, yuan per m² and month.
create table plots.lease_step (
    tenant_id    bigint not null,
    lease_id     uuid not null,
    from_day     date not null,
    rent_yuan_m2 numeric(12, 4) not null check (rent_yuan_m2 >= 0),
    primary key (tenant_id, lease_id, from_day),
    foreign key (tenant_id, lease_id) references plots.lease (tenant_id, id) on delete cascade
);
alter table plots.lease_step enable row level security;
alter table plots.lease_step force row level security;
create policy own_zone on plots.lease_step
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.lease_step to kaiyuan_app;
--rollback drop table plots.lease_step;

--changeset plots:0004-rent-instalment
-- What is due of a lease for some days. paid_yuan spreads what was paid over the instalments, the earliest first; what was paid is
-- in plots.rent_payment alone.
create table plots.rent_instalment (
    tenant_id   bigint not null,
    lease_id    uuid not null,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    due_on      date not null,
    amount_yuan numeric(14, 2) not null check (amount_yuan >= 0),
    paid_yuan   numeric(14, 2) not null default 0 check (paid_yuan between 0 and amount_yuan),
    primary key (tenant_id, lease_id, from_day),
    foreign key (tenant_id, lease_id) references plots.lease (tenant_id, id) on delete cascade
);
create index rent_instalment_open on plots.rent_instalment (tenant_id, due_on, lease_id, from_day) where paid_yuan < amount_yuan;
alter table plots.rent_instalment enable row level security;
alter table plots.rent_instalment force row level security;
create policy own_zone on plots.rent_instalment
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.rent_instalment to kaiyuan_app;
--rollback drop table plots.rent_instalment;

--changeset plots:0004-rent-payment
-- What was paid; less than 0 for what was paid back. Never changed, never removed.
create table plots.rent_payment (
    tenant_id   bigint not null,
    id          uuid not null,
    lease_id    uuid not null,
    reference   text collate "C" not null check (reference <> '' and length(reference) <= 100),
    amount_yuan numeric(14, 2) not null check (amount_yuan <> 0),
    paid_on     date not null,
    note        text check (length(note) <= 500),
    made_at     timestamptz not null,
    made_by     text not null,
    made_name   text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, lease_id) references plots.lease (tenant_id, id)
);
create unique index rent_payment_by_reference on plots.rent_payment (tenant_id, lease_id, reference);
alter table plots.rent_payment enable row level security;
alter table plots.rent_payment force row level security;
create policy own_zone on plots.rent_payment
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.rent_payment to kaiyuan_app;
--rollback drop table plots.rent_payment;

--changeset plots:0004-told
-- What people were told of leases and rent, so that they are told once.
create table plots.lease_told (
    tenant_id bigint not null,
    lease_id  uuid not null,
    kind      text not null check (kind in ('ENDING', 'DUE', 'OVERDUE')),
    of_day    date not null,
    at        timestamptz not null,
    primary key (tenant_id, lease_id, kind, of_day),
    foreign key (tenant_id, lease_id) references plots.lease (tenant_id, id) on delete cascade
);
alter table plots.lease_told enable row level security;
alter table plots.lease_told force row level security;
create policy own_zone on plots.lease_told
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on plots.lease_told to kaiyuan_app;
--rollback drop table plots.lease_told;
