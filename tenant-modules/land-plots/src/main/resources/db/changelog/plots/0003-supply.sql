--liquibase formatted sql

--changeset plots:0003-supply-rule
-- What a zone has decided for its supplies; no row yet means the defaults of SupplyRules.
create table plots.supply_rule (
    tenant_id  bigint primary key,
    version    bigint not null default 0,
    rules      jsonb not null,
    updated_at timestamptz not null,
    updated_by text not null
);
alter table plots.supply_rule enable row level security;
alter table plots.supply_rule force row level security;
create policy own_zone on plots.supply_rule
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.supply_rule to kaiyuan_app;
--rollback drop table plots.supply_rule;

--changeset plots:0003-supply-contract
create table plots.supply_contract (
    tenant_id          bigint not null,
    id                 uuid not null,
    version            bigint not null default 0,
    plot_id            uuid not null,
    mode               text not null check (mode in ('GRANT', 'FLEXIBLE', 'LONG_LEASE', 'LEASE_THEN_GRANT', 'CAPITAL')),
    phase              text not null check (phase in ('LEASE', 'GRANT')),
    number             text collate "C" not null check (number <> '' and length(number) <= 100),
    signed_on          date not null,
    holder_id          uuid,
    holder_name        text not null check (holder_name <> '' and length(holder_name) <= 200),
    lead_id            uuid,
    -- whole years, the first lease included
    term_years         int not null check (term_years between 1 and 70),
    -- of 先租后让: how many of them are the first lease
    lease_years        int check (lease_years between 1 and term_years),
    price_yuan         numeric(18, 2) check (price_yuan >= 0),
    start_on           date,
    finish_on          date,
    production_on      date,
    -- promises; money a year (investment once) per m² of ground
    investment_yuan_m2 numeric(14, 4) check (investment_yuan_m2 >= 0),
    tax_yuan_m2        numeric(14, 4) check (tax_yuan_m2 >= 0),
    output_yuan_m2     numeric(14, 4) check (output_yuan_m2 >= 0),
    floor_ratio        numeric(6, 2) check (floor_ratio >= 0),
    -- tonnes of coal equivalent a year at most
    energy_tce         numeric(14, 2) check (energy_tce >= 0),
    jobs               int check (jobs >= 0),
    note               text check (length(note) <= 4000),
    granted_on         date,
    ended_on           date,
    end_reason         text check (length(end_reason) <= 1000),
    made_at            timestamptz not null,
    made_by            text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade,
    check ((ended_on is null) = (end_reason is null)),
    check ((mode = 'LEASE_THEN_GRANT') = (lease_years is not null)),
    check (production_on >= start_on and finish_on >= start_on)
);
create unique index supply_contract_running on plots.supply_contract (tenant_id, plot_id) where ended_on is null;
create index supply_contract_of_plot on plots.supply_contract (tenant_id, plot_id, signed_on desc, id desc);
create index supply_contract_of_lead on plots.supply_contract (tenant_id, lead_id) where lead_id is not null and ended_on is null;
create index supply_contract_of_holder on plots.supply_contract (tenant_id, holder_id) where holder_id is not null and ended_on is null;
alter table plots.supply_contract enable row level security;
alter table plots.supply_contract force row level security;
create policy own_zone on plots.supply_contract
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.supply_contract to kaiyuan_app;
--rollback drop table plots.supply_contract;

--changeset plots:0003-supply-amendment
-- Every wording of a contract.
create table plots.supply_amendment (
    tenant_id   bigint not null,
    contract_id uuid not null,
    -- the contract's version that it made; 0 is as it was signed
    version     bigint not null,
    note        jsonb not null,
    reason      text not null check (length(reason) <= 1000),
    at          timestamptz not null,
    actor       text not null,
    actor_name  text not null,
    primary key (tenant_id, contract_id, version),
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade
);
alter table plots.supply_amendment enable row level security;
alter table plots.supply_amendment force row level security;
create policy own_zone on plots.supply_amendment
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.supply_amendment to kaiyuan_app;
--rollback drop table plots.supply_amendment;

--changeset plots:0003-payment
create table plots.payment (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 0,
    contract_id uuid not null,
    title       text not null check (title <> '' and length(title) <= 100),
    due_on      date not null,
    amount_yuan numeric(18, 2) not null check (amount_yuan > 0),
    removed_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade
);
create index payment_of_contract on plots.payment (tenant_id, contract_id, due_on, id) where removed_at is null;
alter table plots.payment enable row level security;
alter table plots.payment force row level security;
create policy own_zone on plots.payment
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.payment to kaiyuan_app;
--rollback drop table plots.payment;

--changeset plots:0003-receipt
-- What was paid of an instalment.
create table plots.receipt (
    tenant_id   bigint not null,
    id          uuid not null,
    payment_id  uuid not null,
    paid_on     date not null,
    -- below 0 what was entered wrongly is taken back
    amount_yuan numeric(18, 2) not null check (amount_yuan <> 0),
    note        text check (length(note) <= 500),
    at          timestamptz not null,
    actor       text not null,
    actor_name  text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, payment_id) references plots.payment (tenant_id, id) on delete cascade
);
create index receipt_of_payment on plots.receipt (tenant_id, payment_id, paid_on, id);
alter table plots.receipt enable row level security;
alter table plots.receipt force row level security;
create policy own_zone on plots.receipt
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.receipt to kaiyuan_app;
--rollback drop table plots.receipt;

--changeset plots:0003-construction
-- Facts of construction as somebody saw them.
create table plots.construction (
    tenant_id          bigint not null,
    contract_id        uuid not null,
    version            bigint not null default 0,
    planned_start_on   date,
    planned_finish_on  date,
    planned_production_on date,
    started_on         date,
    finished_on        date check (finished_on >= started_on),
    produced_on        date check (produced_on >= started_on),
    -- ground that is built on, and floors counted for 容积率, m²
    built_m2           numeric(14, 2) check (built_m2 >= 0),
    floor_m2           numeric(14, 2) check (floor_m2 >= 0),
    -- to date, without the price of the land and what is paid to the state (国土资源部令第53号 art. 30)
    invested_yuan      numeric(18, 2) check (invested_yuan >= 0),
    seen_on            date not null,
    evidence           text not null check (evidence <> '' and length(evidence) <= 2000),
    recorded_at        timestamptz not null,
    recorded_by        text not null,
    recorded_name      text not null,
    primary key (tenant_id, contract_id),
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade
);
alter table plots.construction enable row level security;
alter table plots.construction force row level security;
create policy own_zone on plots.construction
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.construction to kaiyuan_app;
--rollback drop table plots.construction;

--changeset plots:0003-work-stop
create table plots.work_stop (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 0,
    contract_id uuid not null,
    from_on     date not null,
    -- the last day; null while it lasts
    to_on       date check (to_on >= from_on),
    cause       text not null check (cause in ('OWN', 'GOVERNMENT', 'FORCE_MAJEURE')),
    evidence    text not null check (evidence <> '' and length(evidence) <= 2000),
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_name text not null,
    removed_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade
);
create index work_stop_of_contract on plots.work_stop (tenant_id, contract_id, from_on, id) where removed_at is null;
alter table plots.work_stop enable row level security;
alter table plots.work_stop force row level security;
create policy own_zone on plots.work_stop
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.work_stop to kaiyuan_app;
--rollback drop table plots.work_stop;

--changeset plots:0003-supply-reminder
-- What somebody was reminded of; its key lets nobody be reminded twice.
create table plots.supply_reminder (
    tenant_id   bigint not null,
    contract_id uuid not null,
    kind        text not null check (kind in ('PAYMENT', 'START', 'FINISH', 'PRODUCTION', 'LEASE_END')),
    -- the instalment, or the contract itself
    subject_id  uuid not null,
    due_on      date not null,
    days_before int not null,
    at          timestamptz not null,
    primary key (tenant_id, contract_id, kind, subject_id, due_on, days_before),
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade
);
alter table plots.supply_reminder enable row level security;
alter table plots.supply_reminder force row level security;
create policy own_zone on plots.supply_reminder
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.supply_reminder to kaiyuan_app;
--rollback drop table plots.supply_reminder;

--changeset plots:0003-lease-check
-- 先租后让: whether the lease was kept so that the land may be granted.
create table plots.lease_check (
    tenant_id   bigint not null,
    id          uuid not null,
    contract_id uuid not null,
    checked_on  date not null,
    items       jsonb not null,
    passed      boolean not null,
    evidence    text not null check (evidence <> '' and length(evidence) <= 4000),
    files       uuid[] not null default '{}',
    at          timestamptz not null,
    actor       text not null,
    actor_name  text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade
);
create index lease_check_of_contract on plots.lease_check (tenant_id, contract_id, checked_on desc, id desc);
alter table plots.lease_check enable row level security;
alter table plots.lease_check force row level security;
create policy own_zone on plots.lease_check
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.lease_check to kaiyuan_app;
--rollback drop table plots.lease_check;

--changeset plots:0003-idle-case
-- 闲置: what the rule proposes and what a person made of it.
create table plots.idle_case (
    tenant_id     bigint not null,
    id            uuid not null,
    version       bigint not null default 0,
    plot_id       uuid not null,
    contract_id   uuid not null,
    kind          text not null check (kind in ('NOT_STARTED', 'STOPPED')),
    state         text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'CLOSED')),
    -- the agreed start, or the day on which the work stopped
    since         date not null,
    -- the evidence, as computed on that day
    computed_on   date not null,
    days_counted  int not null,
    days_needed   int not null,
    days_excluded int not null,
    started_on    date,
    -- shares, 0.3333 is a third; null where nobody knows
    area_share    numeric(9, 4),
    investment_share numeric(9, 4),
    decided_on    date,
    decided_by    text,
    decided_name  text,
    document      text check (length(document) <= 200),
    reason        text check (length(reason) <= 2000),
    made_at       timestamptz not null,
    ended_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade,
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id) on delete cascade,
    check ((ended_at is null) = (state in ('PROPOSED', 'CONFIRMED')))
);
create unique index idle_case_open on plots.idle_case (tenant_id, plot_id) where ended_at is null;
create index idle_case_by_state on plots.idle_case (tenant_id, state, since, id);
create index idle_case_of_plot on plots.idle_case (tenant_id, plot_id, made_at desc, id desc);
create index idle_case_of_contract on plots.idle_case (tenant_id, contract_id, kind, since);
alter table plots.idle_case enable row level security;
alter table plots.idle_case force row level security;
create policy own_zone on plots.idle_case
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.idle_case to kaiyuan_app;
--rollback drop table plots.idle_case;

--changeset plots:0003-idle-measure
create table plots.idle_measure (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 0,
    case_id     uuid not null,
    kind        text not null check (kind in ('FEE', 'RECOVERY', 'REORGANISATION', 'COOPERATION', 'REUSE', 'UPGRADE', 'JUDICIAL')),
    amount_yuan numeric(18, 2) check (amount_yuan >= 0),
    deadline    date not null,
    done_on     date,
    document    text check (length(document) <= 200),
    note        text check (length(note) <= 2000),
    made_at     timestamptz not null,
    made_by     text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references plots.idle_case (tenant_id, id) on delete cascade
);
create index idle_measure_of_case on plots.idle_measure (tenant_id, case_id, deadline, id);
create index idle_measure_due on plots.idle_measure (tenant_id, deadline) where done_on is null;
alter table plots.idle_measure enable row level security;
alter table plots.idle_measure force row level security;
create policy own_zone on plots.idle_measure
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on plots.idle_measure to kaiyuan_app;
--rollback drop table plots.idle_measure;

--changeset plots:0003-holder-seen
-- As of which change of the directory a holder's figures are known here.
create table plots.holder_seen (
    tenant_id     bigint not null,
    enterprise_id uuid not null,
    changed_at    timestamptz not null,
    primary key (tenant_id, enterprise_id)
);
alter table plots.holder_seen enable row level security;
alter table plots.holder_seen force row level security;
create policy own_zone on plots.holder_seen
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.holder_seen to kaiyuan_app;
--rollback drop table plots.holder_seen;

--changeset plots:0003-holder-figure
-- A picture of the directory's yearly figures of those who hold land, so that lists ask one schema.
create table plots.holder_figure (
    tenant_id      bigint not null,
    enterprise_id  uuid not null,
    year           int not null,
    revenue_yuan   numeric(20, 2),
    tax_yuan       numeric(20, 2),
    investment_yuan numeric(20, 2),
    energy_tce     numeric(20, 2),
    employees      int,
    primary key (tenant_id, enterprise_id, year)
);
alter table plots.holder_figure enable row level security;
alter table plots.holder_figure force row level security;
create policy own_zone on plots.holder_figure
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on plots.holder_figure to kaiyuan_app;
--rollback drop table plots.holder_figure;

--changeset plots:0003-verification
-- 达产核查.
create table plots.verification (
    tenant_id   bigint not null,
    id          uuid not null,
    plot_id     uuid not null,
    contract_id uuid,
    year        int not null check (year between 1990 and 2200),
    verdict     text not null check (verdict in ('REACHED', 'PARTLY', 'NOT_REACHED')),
    document    text not null check (document <> '' and length(document) <= 200),
    decided_on  date not null,
    -- promise and actual, indicator by indicator, as they were on that day
    lines       jsonb not null,
    note        text check (length(note) <= 2000),
    at          timestamptz not null,
    actor       text not null,
    actor_name  text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plot_id) references plots.plot (tenant_id, id) on delete cascade,
    foreign key (tenant_id, contract_id) references plots.supply_contract (tenant_id, id)
);
create index verification_of_plot on plots.verification (tenant_id, plot_id, decided_on desc, id desc);
alter table plots.verification enable row level security;
alter table plots.verification force row level security;
create policy own_zone on plots.verification
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on plots.verification to kaiyuan_app;
--rollback drop table plots.verification;

--changeset plots:0003-state-move-by-day
-- 增存挂钩: what was approved and supplied in a year.
create index state_move_by_day on plots.state_move (tenant_id, to_state, on_day);
--rollback drop index plots.state_move_by_day;
