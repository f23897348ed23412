--liquibase formatted sql

--changeset plots:0002-lineage-act
-- A split, a merger or a new border: old plots end on a day, new ones begin.
create table plots.lineage_act (
    tenant_id  bigint not null,
    id         uuid not null,
    act        text not null check (act in ('SPLIT', 'MERGED', 'REBOUNDED')),
    on_day     date not null,
    at         timestamptz not null,
    actor      text not null,
    actor_name text not null,
    reason     text check (length(reason) <= 1000),
    primary key (tenant_id, id)
);
alter table plots.lineage_act enable row level security;
alter table plots.lineage_act force row level security;
create policy own_zone on plots.lineage_act
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.lineage_act to kaiyuan_app;
--rollback drop table plots.lineage_act;

--changeset plots:0002-lineage
-- Which plot came of which.
create table plots.lineage (
    tenant_id bigint not null,
    from_plot uuid not null,
    to_plot   uuid not null,
    act_id    uuid not null,
    primary key (tenant_id, from_plot, to_plot),
    foreign key (tenant_id, act_id) references plots.lineage_act (tenant_id, id),
    foreign key (tenant_id, from_plot) references plots.plot (tenant_id, id) on delete cascade,
    foreign key (tenant_id, to_plot) references plots.plot (tenant_id, id) on delete cascade,
    check (from_plot <> to_plot)
);
create index lineage_of_successor on plots.lineage (tenant_id, to_plot, from_plot);
create index lineage_of_act on plots.lineage (tenant_id, act_id);
alter table plots.lineage enable row level security;
alter table plots.lineage force row level security;
create policy own_zone on plots.lineage
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.lineage to kaiyuan_app;
--rollback drop table plots.lineage;

--changeset plots:0002-profile-was
-- What the papers said of a plot until they were changed; what they say now is in plots.plot.
create table plots.profile_was (
    tenant_id bigint not null,
    id        uuid not null,
    plot_id   uuid not null,
    until     timestamptz not null,
    profile   jsonb not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade
);
create index profile_was_of_plot on plots.profile_was (tenant_id, plot_id, until, id);
alter table plots.profile_was enable row level security;
alter table plots.profile_was force row level security;
create policy own_zone on plots.profile_was
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.profile_was to kaiyuan_app;
--rollback drop table plots.profile_was;

--changeset plots:0002-vertical-right
-- 地表, 地上, 地下: rights of their own over the same ground.
create table plots.vertical_right (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 0,
    plot_id     uuid not null,
    kind        text not null check (kind in ('SURFACE', 'ABOVE', 'BELOW')),
    holder_id   uuid,
    holder_name text not null check (holder_name <> '' and length(holder_name) <= 200),
    from_day    date not null,
    -- the last day, null without end
    to_day      date check (to_day >= from_day),
    -- metres above the 1985 datum; null is without limit in that direction
    low_m       numeric(7, 2),
    high_m      numeric(7, 2) check (high_m > low_m),
    certificate text check (length(certificate) <= 100),
    note        text check (length(note) <= 1000),
    updated_at  timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id)
);
create index vertical_right_of_plot on plots.vertical_right (tenant_id, plot_id, kind, from_day, id);
alter table plots.vertical_right enable row level security;
alter table plots.vertical_right force row level security;
create policy own_zone on plots.vertical_right
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.vertical_right to kaiyuan_app;
--rollback drop table plots.vertical_right;

--changeset plots:0002-certificate
create table plots.certificate (
    tenant_id  bigint not null,
    id         uuid not null,
    version    bigint not null default 0,
    plot_id    uuid not null,
    kind       text not null check (kind in ('REAL_ESTATE', 'LAND_APPROVAL', 'LAND_PLANNING_PERMIT', 'WORKS_PLANNING_PERMIT',
                   'ALLOCATION_DECISION', 'OTHER')),
    number     text collate "C" not null check (number <> '' and length(number) <= 100),
    issued_on  date,
    expires_on date check (expires_on >= issued_on),
    issuer     text check (length(issuer) <= 200),
    note       text check (length(note) <= 1000),
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id)
);
create unique index certificate_once on plots.certificate (tenant_id, plot_id, kind, number);
alter table plots.certificate enable row level security;
alter table plots.certificate force row level security;
create policy own_zone on plots.certificate
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.certificate to kaiyuan_app;
--rollback drop table plots.certificate;
