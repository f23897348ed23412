--liquibase formatted sql

--changeset plots:0001-schema
create schema plots;
grant usage on schema plots to kaiyuan_app;
--rollback drop schema plots;

--changeset plots:0001-plot
create table plots.plot (
    tenant_id     bigint not null,
    id            uuid not null,
    version       bigint not null default 0,
    number        text collate "C" not null check (number <> '' and length(number) <= 60),
    name          text collate "C" not null check (name <> '' and length(name) <= 200),
    use_code      text collate "C" not null,
    state         text not null check (state in ('PLANNED', 'ACQUISITION', 'RESERVE', 'APPROVED', 'ANNOUNCED', 'SUPPLIED',
                      'CONSTRUCTION', 'COMPLETED', 'PRODUCTION', 'VERIFIED', 'RECOVERED')),
    state_since   date not null,
    -- shape in metres of its own 3° zone (WKB), so that areas and files are exact; the box in degrees of longitude and latitude,
    -- because geometric operators use no index under row-level security
    zone          int not null check (zone between 25 and 45),
    shape         bytea not null,
    west          double precision not null,
    south         double precision not null,
    east          double precision not null check (east >= west),
    north         double precision not null check (north >= south),
    -- m²: as the papers say, and as computed in its own zone
    declared_m2   numeric(14, 2) check (declared_m2 > 0),
    computed_m2   numeric(14, 2) not null check (computed_m2 > 0),
    plan_name     text check (length(plan_name) <= 200),
    planned_on    date,
    least_ratio   numeric(6, 2) check (least_ratio >= 0),
    most_ratio    numeric(6, 2) check (most_ratio >= least_ratio),
    least_density numeric(5, 2) check (least_density between 0 and 100),
    most_height_m numeric(6, 2) check (most_height_m > 0),
    most_green    numeric(5, 2) check (most_green between 0 and 100),
    most_service  numeric(5, 2) check (most_service between 0 and 100),
    -- 标准地: yuan per m² of land, so that 亩 is only a way to say it
    investment_yuan_m2 numeric(14, 4) check (investment_yuan_m2 >= 0),
    tax_yuan_m2   numeric(14, 4) check (tax_yuan_m2 >= 0),
    output_yuan_m2 numeric(14, 4) check (output_yuan_m2 >= 0),
    price_yuan_m2 numeric(14, 4) check (price_yuan_m2 >= 0),
    utilities     text[] not null default '{}',
    industries    text[] not null default '{}',
    holder_id     uuid,
    holder_name   text check (length(holder_name) <= 200),
    note          text check (length(note) <= 4000),
    -- a plot that was split, merged or bounded anew ends; what came of it begins on that day
    begun_on      date not null,
    ended_on      date check (ended_on >= begun_on),
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (tenant_id, id)
);
comment on table plots.plot is 'A piece of ground (地块), as long as its border is what it is.';
create unique index plot_by_number on plots.plot (tenant_id, number) where ended_on is null;
create index plot_by_change on plots.plot (tenant_id, updated_at desc, id desc);
create index plot_by_state on plots.plot (tenant_id, state, id) where ended_on is null;
create index plot_by_box on plots.plot (tenant_id, west, east, south, north, id) where ended_on is null;
create index plot_by_holder on plots.plot (tenant_id, holder_id) where holder_id is not null;
alter table plots.plot enable row level security;
alter table plots.plot force row level security;
create policy own_zone on plots.plot
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.plot to kaiyuan_app;
--rollback drop table plots.plot;

--changeset plots:0001-use-share
-- Mixed use: how much of the ground is for which use.
create table plots.use_share (
    tenant_id bigint not null,
    plot_id   uuid not null,
    use_code  text collate "C" not null,
    percent   numeric(5, 2) not null check (percent > 0 and percent <= 100),
    primary key (tenant_id, plot_id, use_code),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade
);
alter table plots.use_share enable row level security;
alter table plots.use_share force row level security;
create policy own_zone on plots.use_share
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.use_share to kaiyuan_app;
--rollback drop table plots.use_share;

--changeset plots:0001-state-move
create table plots.state_move (
    tenant_id  bigint not null,
    id         uuid not null,
    plot_id    uuid not null,
    from_state text,
    to_state   text not null,
    on_day     date not null,
    at         timestamptz not null,
    actor      text not null,
    actor_name text not null,
    reason     text check (length(reason) <= 1000),
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade
);
create index state_move_of_plot on plots.state_move (tenant_id, plot_id, on_day, id);
alter table plots.state_move enable row level security;
alter table plots.state_move force row level security;
create policy own_zone on plots.state_move
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.state_move to kaiyuan_app;
--rollback drop table plots.state_move;

--changeset plots:0001-layer
-- What the gates ask: boundaries, plans, protected ground.
create table plots.layer_shape (
    tenant_id     bigint not null,
    id            uuid not null,
    kind          text not null check (kind in ('BOUNDARY', 'DETAILED_PLAN', 'FARMLAND', 'ECOLOGICAL_REDLINE', 'URBAN_BORDER',
                      'INDUSTRIAL_LINE', 'WATER', 'SUB_PARK')),
    name          text not null check (name <> '' and length(name) <= 200),
    -- shape in metres of its own 3° zone (WKB), so that areas and files are exact; the box in degrees of longitude and latitude,
    -- because geometric operators use no index under row-level security
    zone          int not null check (zone between 25 and 45),
    shape         bytea not null,
    west          double precision not null,
    south         double precision not null,
    east          double precision not null check (east >= west),
    north         double precision not null check (north >= south),
    area_m2       numeric(16, 2) not null check (area_m2 > 0),
    brought_at    timestamptz not null,
    primary key (tenant_id, id)
);
create index layer_shape_by_box on plots.layer_shape (tenant_id, kind, west, east, south, north, id);
alter table plots.layer_shape enable row level security;
alter table plots.layer_shape force row level security;
create policy own_zone on plots.layer_shape
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.layer_shape to kaiyuan_app;
--rollback drop table plots.layer_shape;

--changeset plots:0001-reservation
-- One lead at a time holds a plot; others queue.
create table plots.reservation (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 0,
    plot_id     uuid not null,
    lead_id     uuid not null,
    state       text not null check (state in ('QUEUED', 'HELD', 'USED', 'RELEASED', 'EXPIRED')),
    until_day   date not null,
    extended    int not null default 0,
    made_at     timestamptz not null,
    made_by     text not null,
    made_name   text not null,
    ended_at    timestamptz,
    end_reason  text check (length(end_reason) <= 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id),
    check ((ended_at is null) = (state in ('QUEUED', 'HELD')))
);
create unique index reservation_held on plots.reservation (tenant_id, plot_id) where state = 'HELD';
create unique index reservation_once on plots.reservation (tenant_id, plot_id, lead_id) where state in ('QUEUED', 'HELD');
create index reservation_of_lead on plots.reservation (tenant_id, lead_id);
create index reservation_queue on plots.reservation (tenant_id, plot_id, made_at, id) where state = 'QUEUED';
create index reservation_expiry on plots.reservation (tenant_id, until_day) where state = 'HELD';
alter table plots.reservation enable row level security;
alter table plots.reservation force row level security;
create policy own_zone on plots.reservation
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.reservation to kaiyuan_app;
--rollback drop table plots.reservation;

--changeset plots:0001-counted
-- Plots are records that count towards a zone's quota, see tenancy.record_change.
create trigger records_came after insert on plots.plot referencing new table as changed
    for each statement execute function tenancy.count_records();
create trigger records_went after delete on plots.plot referencing old table as changed
    for each statement execute function tenancy.count_records();
--rollback drop trigger records_went on plots.plot; drop trigger records_came on plots.plot;
