--liquibase formatted sql

--changeset plots:0007-preference
-- Plots that were chosen for a lead by hand (意向地块), the first first: the first free one is held once the lead signs.
create table plots.preference (
    tenant_id   bigint not null,
    lead_id     uuid not null,
    plot_id     uuid not null,
    place       int not null check (place between 1 and 5),
    chosen_at   timestamptz not null,
    chosen_by   text not null,
    chosen_name text not null,
    primary key (tenant_id, lead_id, plot_id),
    unique (tenant_id, lead_id, place) deferrable initially deferred,
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade
);
create index preference_of_plot on plots.preference (tenant_id, plot_id);
alter table plots.preference enable row level security;
alter table plots.preference force row level security;
create policy own_zone on plots.preference
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.preference to kaiyuan_app;
--rollback drop table plots.preference;

--changeset plots:0007-signing
-- Every signing of a lead that was answered, so that one that is told twice is answered once.
create table plots.signing (
    tenant_id bigint not null,
    lead_id   uuid not null,
    move_id   uuid not null,
    at        timestamptz not null,
    primary key (tenant_id, lead_id, move_id)
);
alter table plots.signing enable row level security;
alter table plots.signing force row level security;
create policy own_zone on plots.signing
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.signing to kaiyuan_app;
--rollback drop table plots.signing;

--changeset plots:0007-reservation-task
-- A lead has signed and no plot could be held for it: somebody has to see to it. The contract stands.
create table plots.reservation_task (
    tenant_id bigint not null,
    id        uuid not null,
    lead_id   uuid not null,
    plot_id   uuid not null,
    move_id   uuid not null,
    reason    text not null check (reason in ('HELD', 'NOT_OPEN', 'ENDED')),
    opened_at timestamptz not null,
    done_at   timestamptz,
    done_by   text,
    done_name text,
    note      text check (length(note) <= 1000),
    primary key (tenant_id, id),
    unique (tenant_id, lead_id, move_id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade,
    check ((done_at is null) = (done_by is null) and (done_at is null) = (done_name is null)),
    check ((done_at is null) = (note is null))
);
create index reservation_task_open on plots.reservation_task (tenant_id, opened_at, id) where done_at is null;
create index reservation_task_of_plot on plots.reservation_task (tenant_id, plot_id);
alter table plots.reservation_task enable row level security;
alter table plots.reservation_task force row level security;
create policy own_zone on plots.reservation_task
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.reservation_task to kaiyuan_app;
--rollback drop table plots.reservation_task;
