--liquibase formatted sql

--changeset leads:0001-schema
create schema leads;
grant usage on schema leads to kaiyuan_app;
--rollback drop schema leads;

--changeset leads:0001-setting
-- What a zone has decided for its own leads; no row yet means the defaults of LeadRules.
create table leads.setting (
    tenant_id  bigint primary key,
    version    bigint not null default 0,
    rules      jsonb not null,
    updated_at timestamptz not null,
    updated_by text not null
);
alter table leads.setting enable row level security;
alter table leads.setting force row level security;
create policy own_zone on leads.setting
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on leads.setting to kaiyuan_app;
--rollback drop table leads.setting;

--changeset leads:0001-code-counter
create table leads.code_counter (
    tenant_id bigint not null,
    year      int not null,
    last      int not null,
    primary key (tenant_id, year)
);
alter table leads.code_counter enable row level security;
alter table leads.code_counter force row level security;
create policy own_zone on leads.code_counter
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on leads.code_counter to kaiyuan_app;
--rollback drop table leads.code_counter;

--changeset leads:0001-fair
-- A fair, a visit, a conference: what leads come from (西博会 …).
create table leads.fair (
    tenant_id bigint not null,
    id        uuid not null,
    version   bigint not null default 0,
    name      text not null check (name <> '' and length(name) <= 100),
    place     text,
    held_on   date not null,
    ended_on  date check (ended_on >= held_on),
    primary key (tenant_id, id)
);
create unique index fair_by_name on leads.fair (tenant_id, name, held_on);
create index fair_by_day on leads.fair (tenant_id, held_on desc, id desc);
alter table leads.fair enable row level security;
alter table leads.fair force row level security;
create policy own_zone on leads.fair
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.fair to kaiyuan_app;
--rollback drop table leads.fair;

--changeset leads:0001-lead
create table leads.lead (
    tenant_id            bigint not null,
    id                   uuid not null,
    version              bigint not null default 0,
    code                 text collate "C" not null,
    project_name         text not null check (project_name <> '' and length(project_name) <= 200),
    name_key             text collate "C" not null,
    nature               text not null default 'GENERAL'
        check (nature in ('GENERAL', 'STATE_FUNDED', 'HOUSING', 'TECHNICAL_RENOVATION')),
    summary              text check (length(summary) <= 4000),
    way                  text not null
        check (way in ('CHAIN', 'REFERRAL', 'EXHIBITION', 'STATIONED', 'ENTRUSTED', 'FUND', 'OVERSEAS', 'WALK_IN')),
    fair_id              uuid,
    introducer           text,
    leading_industry     text,
    sub_industry         text,
    industry_code        text collate "C",
    cluster              text,
    catalogue_class      text check (catalogue_class in ('ENCOURAGED', 'PERMITTED', 'RESTRICTED', 'ELIMINATED')),
    currency             text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
    exchange_rate        numeric(12, 6) not null default 1 check (exchange_rate > 0),
    total_investment     numeric(18, 2) check (total_investment >= 0),
    fixed_investment     numeric(18, 2) check (fixed_investment >= 0),
    -- whole yuan, -1 for unknown: bigint, because numeric's comparisons use no index under row-level security
    investment_yuan      bigint not null
        generated always as (coalesce(round(total_investment * exchange_rate)::bigint, -1)) stored,
    wanted_land_m2       numeric(14, 2) check (wanted_land_m2 >= 0),
    wanted_floor_m2      numeric(14, 2) check (wanted_floor_m2 >= 0),
    wanted_by            date,
    power_kva            numeric(12, 2) check (power_kva >= 0),
    water_m3_per_day     numeric(12, 2) check (water_m3_per_day >= 0),
    gas_m3_per_day       numeric(12, 2) check (gas_m3_per_day >= 0),
    steam_t_per_hour     numeric(10, 2) check (steam_t_per_hour >= 0),
    ceiling_height_m     numeric(6, 2) check (ceiling_height_m >= 0),
    floor_load_t_per_m2  numeric(6, 2) check (floor_load_t_per_m2 >= 0),
    expected_revenue_yuan numeric(18, 2) check (expected_revenue_yuan >= 0),
    expected_tax_yuan    numeric(18, 2) check (expected_tax_yuan >= 0),
    expected_jobs        int check (expected_jobs >= 0),
    energy_tce           numeric(14, 2) check (energy_tce >= 0),
    emissions            text check (length(emissions) <= 1000),
    chemical             boolean not null default false,
    river_distance_m     int check (river_distance_m >= 0),
    in_chemical_park     boolean,
    environmental_zoning text check (length(environmental_zoning) <= 1000),
    owner                text,
    owner_name           text,
    owner_team           text,
    owned_since          timestamptz,
    confidential         boolean not null default false,
    probability          int check (probability between 0 and 100),
    next_action          text check (length(next_action) <= 500),
    next_action_on       date,
    stage                text not null default 'CLUE'
        check (stage in ('CLUE', 'ASSESSMENT', 'NEGOTIATION', 'REVIEW', 'SIGNED', 'REGISTERED', 'LAND',
                         'CONSTRUCTION', 'PRODUCTION', 'ABOVE_SCALE', 'FULL_CAPACITY')),
    furthest             int not null default 0 check (furthest between 0 and 10),
    stage_since          timestamptz not null,
    state                text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'TRANSFERRED', 'ENDED')),
    state_reason         text,
    state_since          timestamptz not null,
    signed_on            date,
    enterprise_id        uuid,
    registered_on        date not null,
    answered_at          timestamptz,
    feedback_at          timestamptz,
    followed_at          timestamptz,
    due_on               date,
    due_estimated        boolean not null default false,
    due_kind             text check (due_kind in ('ANSWER', 'TRIAGE', 'FEEDBACK', 'FOLLOW_UP', 'ACTION')),
    silent_on            date,
    reminded_for         date,
    escalated_for        date,
    pooled_at            timestamptz,
    pool_reason          text,
    merged_into          uuid,
    import_id            uuid,
    created_at           timestamptz not null,
    created_by           text not null,
    updated_at           timestamptz not null,
    primary key (tenant_id, id),
    check ((owner is null) = (owned_since is null)),
    check ((due_on is null) = (due_kind is null)),
    foreign key (tenant_id, fair_id) references leads.fair (tenant_id, id)
);
comment on column leads.lead.furthest is 'The number of the furthest stage that it ever reached, 0 for CLUE … 10 for FULL_CAPACITY.';
create unique index lead_by_code on leads.lead (tenant_id, code);
create index lead_by_change on leads.lead (tenant_id, updated_at desc, id desc);
create index lead_by_name on leads.lead (tenant_id, name_key, id);
create index lead_by_investment on leads.lead (tenant_id, investment_yuan desc, id desc);
create index lead_by_due on leads.lead (tenant_id, coalesce(due_on, date '9999-12-31'), id);
create index lead_by_registration on leads.lead (tenant_id, registered_on desc, id desc);
create index lead_by_stage on leads.lead (tenant_id, state, stage, updated_at desc, id desc) where merged_into is null;
create index lead_by_owner on leads.lead (tenant_id, owner, due_on) where state = 'ACTIVE' and merged_into is null;
create index lead_in_pool on leads.lead (tenant_id, pooled_at desc, id desc)
    where owner is null and state = 'ACTIVE' and merged_into is null;
create index lead_by_silence on leads.lead (tenant_id, silent_on) where silent_on is not null;
create index lead_by_import on leads.lead (tenant_id, import_id) where import_id is not null;
create index lead_by_fair on leads.lead (tenant_id, fair_id) where fair_id is not null;
create index lead_by_enterprise on leads.lead (tenant_id, enterprise_id) where enterprise_id is not null;
alter table leads.lead enable row level security;
alter table leads.lead force row level security;
create policy own_zone on leads.lead
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.lead to kaiyuan_app;
--rollback drop table leads.lead;

--changeset leads:0001-investor
create table leads.investor (
    tenant_id            bigint not null,
    id                   uuid not null,
    lead_id              uuid not null,
    position             int not null,
    name                 text not null check (name <> '' and length(name) <= 300),
    name_key             text collate "C" not null,
    credit_code          text collate "C" check (length(credit_code) = 18),
    foreign_registration text check (length(foreign_registration) <= 100),
    country              text not null default 'CN' check (country ~ '^[A-Z]{2}$'),
    global_500           boolean not null default false,
    listed               boolean not null default false,
    industry_leader      boolean not null default false,
    enterprise_id        uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index investor_of_lead on leads.investor (tenant_id, lead_id, position);
create index investor_by_code on leads.investor (tenant_id, credit_code) where credit_code is not null;
create index investor_by_name on leads.investor (tenant_id, name_key);
create index investor_by_enterprise on leads.investor (tenant_id, enterprise_id) where enterprise_id is not null;
alter table leads.investor enable row level security;
alter table leads.investor force row level security;
create policy own_zone on leads.investor
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.investor to kaiyuan_app;
--rollback drop table leads.investor;

--changeset leads:0001-contact
create table leads.contact (
    tenant_id bigint not null,
    id        uuid not null,
    lead_id   uuid not null,
    name      text not null check (name <> '' and length(name) <= 100),
    position  text,
    phone     text,
    email     text,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index contact_of_lead on leads.contact (tenant_id, lead_id);
create index contact_by_phone on leads.contact (tenant_id, phone) where phone is not null;
alter table leads.contact enable row level security;
alter table leads.contact force row level security;
create policy own_zone on leads.contact
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.contact to kaiyuan_app;
--rollback drop table leads.contact;

--changeset leads:0001-member
-- Who works on a lead beside its owner; who may see it when it is confidential.
create table leads.member (
    tenant_id bigint not null,
    lead_id   uuid not null,
    username  text not null check (username <> ''),
    name      text not null,
    primary key (tenant_id, lead_id, username),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index member_by_username on leads.member (tenant_id, username, lead_id);
alter table leads.member enable row level security;
alter table leads.member force row level security;
create policy own_zone on leads.member
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.member to kaiyuan_app;
--rollback drop table leads.member;

--changeset leads:0001-tag
create table leads.lead_tag (
    tenant_id bigint not null,
    lead_id   uuid not null,
    tag       text not null check (tag <> '' and length(tag) <= 40),
    primary key (tenant_id, lead_id, tag),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index lead_tag_by_tag on leads.lead_tag (tenant_id, tag, lead_id);
alter table leads.lead_tag enable row level security;
alter table leads.lead_tag force row level security;
create policy own_zone on leads.lead_tag
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on leads.lead_tag to kaiyuan_app;
--rollback drop table leads.lead_tag;

--changeset leads:0001-likeness
-- What a twin would have in common: the forms of an investor's or project's name, credit codes, phone numbers. Made from the lead,
-- so that an import finds twins by sets; the search index finds them for one lead.
create table leads.likeness (
    tenant_id bigint not null,
    lead_id   uuid not null,
    kind      text not null check (kind in ('CODE', 'INVESTOR', 'PROJECT', 'PHONE')),
    form      text collate "C" not null check (length(form) <= 400),
    primary key (tenant_id, kind, form, lead_id),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index likeness_of_lead on leads.likeness (tenant_id, lead_id);
alter table leads.likeness enable row level security;
alter table leads.likeness force row level security;
create policy own_zone on leads.likeness
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on leads.likeness to kaiyuan_app;
--rollback drop table leads.likeness;

--changeset leads:0001-stage-move
-- Every stage that a lead entered, with what was overridden to get there; the first entry has no from_stage.
create table leads.stage_move (
    tenant_id  bigint not null,
    id         uuid not null,
    lead_id    uuid not null,
    from_stage text,
    to_stage   text not null,
    at         timestamptz not null,
    days       int check (days >= 0),
    actor      text not null,
    actor_name text not null,
    reason     text,
    overridden text[] not null default '{}',
    file_id    uuid,
    primary key (tenant_id, id),
    check (cardinality(overridden) = 0 or (reason is not null and file_id is not null)),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
comment on column leads.stage_move.days is 'Calendar days that it had spent in from_stage.';
create index stage_move_of_lead on leads.stage_move (tenant_id, lead_id, at);
create index stage_move_by_stage on leads.stage_move (tenant_id, from_stage, at) where from_stage is not null;
alter table leads.stage_move enable row level security;
alter table leads.stage_move force row level security;
create policy own_zone on leads.stage_move
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (lead_id), delete on leads.stage_move to kaiyuan_app;
--rollback drop table leads.stage_move;

--changeset leads:0001-followup
create table leads.followup (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 0,
    lead_id      uuid not null,
    kind         text not null check (kind in ('CALL', 'VISIT', 'RECEPTION', 'INSPECTION', 'MEETING', 'OTHER')),
    happened_on  date not null,
    text         text not null check (text <> '' and length(text) <= 4000),
    participants text[] not null default '{}',
    author       text not null,
    author_name  text not null,
    at           timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index followup_of_lead on leads.followup (tenant_id, lead_id, at desc, id desc);
create index followup_by_author on leads.followup (tenant_id, author, at desc);
alter table leads.followup enable row level security;
alter table leads.followup force row level security;
create policy own_zone on leads.followup
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.followup to kaiyuan_app;
--rollback drop table leads.followup;

--changeset leads:0001-clearance
-- 环评 and 节能审查: passed, or not needed and why.
create table leads.clearance (
    tenant_id  bigint not null,
    lead_id    uuid not null,
    kind       text not null check (kind in ('ENVIRONMENT', 'ENERGY')),
    outcome    text not null check (outcome in ('PASSED', 'EXEMPT')),
    document   text check (length(document) <= 200),
    decided_on date not null,
    reason     text check (length(reason) <= 1000),
    actor      text not null,
    actor_name text not null,
    at         timestamptz not null,
    primary key (tenant_id, lead_id, kind),
    check (outcome <> 'EXEMPT' or reason is not null),
    check (outcome <> 'PASSED' or document is not null),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
alter table leads.clearance enable row level security;
alter table leads.clearance force row level security;
create policy own_zone on leads.clearance
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.clearance to kaiyuan_app;
--rollback drop table leads.clearance;

--changeset leads:0001-score-table
-- A version never changes: a review keeps the version by which it was scored.
create table leads.score_table (
    tenant_id  bigint not null,
    number     int not null check (number > 0),
    items      jsonb not null,
    vetoes     jsonb not null,
    pass_mark  int not null check (pass_mark between 0 and 100),
    made_at    timestamptz not null,
    made_by    text not null,
    primary key (tenant_id, number)
);
alter table leads.score_table enable row level security;
alter table leads.score_table force row level security;
create policy own_zone on leads.score_table
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on leads.score_table to kaiyuan_app;
--rollback drop table leads.score_table;

--changeset leads:0001-review
create table leads.review (
    tenant_id    bigint not null,
    id           uuid not null,
    version      bigint not null default 0,
    lead_id      uuid not null,
    table_number int not null,
    state        text not null default 'OPEN' check (state in ('OPEN', 'PASSED', 'FAILED', 'WITHDRAWN')),
    meeting_on   date,
    minutes      text check (length(minutes) <= 20000),
    score        numeric(5, 2) check (score between 0 and 100),
    vetoed       boolean not null default false,
    opened_at    timestamptz not null,
    opened_by    text not null,
    closed_at    timestamptz,
    closed_by    text,
    primary key (tenant_id, id),
    check ((state = 'OPEN') = (closed_at is null)),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade,
    foreign key (tenant_id, table_number) references leads.score_table (tenant_id, number)
);
create unique index review_open on leads.review (tenant_id, lead_id) where state = 'OPEN';
create index review_of_lead on leads.review (tenant_id, lead_id, opened_at desc);
alter table leads.review enable row level security;
alter table leads.review force row level security;
create policy own_zone on leads.review
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.review to kaiyuan_app;
--rollback drop table leads.review;

--changeset leads:0001-opinion
-- What one reviewer says: points by item (null while they have not answered), and vetoes.
create table leads.opinion (
    tenant_id bigint not null,
    review_id uuid not null,
    username  text not null,
    name      text not null,
    points    jsonb,
    vetoes    text[] not null default '{}',
    remark    text check (length(remark) <= 4000),
    given_at  timestamptz,
    primary key (tenant_id, review_id, username),
    check ((points is null) = (given_at is null)),
    foreign key (tenant_id, review_id) references leads.review (tenant_id, id) on delete cascade
);
create index opinion_waiting on leads.opinion (tenant_id, username, review_id) where given_at is null;
alter table leads.opinion enable row level security;
alter table leads.opinion force row level security;
create policy own_zone on leads.opinion
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.opinion to kaiyuan_app;
--rollback drop table leads.opinion;

--changeset leads:0001-agreement
create table leads.agreement (
    tenant_id                bigint not null,
    id                       uuid not null,
    version                  bigint not null default 0,
    lead_id                  uuid not null,
    kind                     text not null check (kind in ('FRAMEWORK', 'INVESTMENT', 'SUPPLEMENT', 'ENTRY', 'OTHER')),
    title                    text not null check (title <> '' and length(title) <= 200),
    parties                  text[] not null check (cardinality(parties) > 0),
    amount_yuan              numeric(18, 2) check (amount_yuan >= 0),
    promised_investment_yuan numeric(18, 2) check (promised_investment_yuan >= 0),
    tax_per_mu_yuan          numeric(16, 2) check (tax_per_mu_yuan >= 0),
    signed_on                date not null,
    start_on                 date,
    production_on            date,
    made_at                  timestamptz not null,
    made_by                  text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index agreement_of_lead on leads.agreement (tenant_id, lead_id, signed_on desc);
create index agreement_by_day on leads.agreement (tenant_id, signed_on);
alter table leads.agreement enable row level security;
alter table leads.agreement force row level security;
create policy own_zone on leads.agreement
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.agreement to kaiyuan_app;
--rollback drop table leads.agreement;

--changeset leads:0001-fund
-- Paid-in funds by month: home funds in yuan, foreign funds in US dollars, never added up.
create table leads.fund (
    tenant_id bigint not null,
    lead_id   uuid not null,
    month     date not null check (extract(day from month) = 1),
    source    text not null check (source in ('OTHER_PROVINCES', 'OWN_PROVINCE', 'FOREIGN')),
    amount    numeric(18, 2) not null check (amount >= 0),
    currency  text not null check (currency in ('CNY', 'USD')),
    remark    text check (length(remark) <= 500),
    actor     text not null,
    at        timestamptz not null,
    primary key (tenant_id, lead_id, month, source),
    check ((source = 'FOREIGN') = (currency = 'USD')),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index fund_by_month on leads.fund (tenant_id, month);
alter table leads.fund enable row level security;
alter table leads.fund force row level security;
create policy own_zone on leads.fund
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.fund to kaiyuan_app;
--rollback drop table leads.fund;

--changeset leads:0001-milestone
create table leads.milestone (
    tenant_id  bigint not null,
    lead_id    uuid not null,
    stage      text not null
        check (stage in ('SIGNED', 'REGISTERED', 'LAND', 'CONSTRUCTION', 'PRODUCTION', 'ABOVE_SCALE', 'FULL_CAPACITY')),
    planned_on date,
    actual_on  date,
    primary key (tenant_id, lead_id, stage),
    foreign key (tenant_id, lead_id) references leads.lead (tenant_id, id) on delete cascade
);
create index milestone_by_actual on leads.milestone (tenant_id, stage, actual_on) where actual_on is not null;
alter table leads.milestone enable row level security;
alter table leads.milestone force row level security;
create policy own_zone on leads.milestone
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.milestone to kaiyuan_app;
--rollback drop table leads.milestone;

--changeset leads:0001-target
-- What a person is to bring in a quarter.
create table leads.target (
    tenant_id  bigint not null,
    username   text not null,
    name       text not null,
    year       int not null check (year between 2000 and 2100),
    quarter    int not null check (quarter between 1 and 4),
    new_leads  int not null default 0 check (new_leads >= 0),
    signed     int not null default 0 check (signed >= 0),
    signed_yuan numeric(18, 2) not null default 0 check (signed_yuan >= 0),
    paid_in_yuan numeric(18, 2) not null default 0 check (paid_in_yuan >= 0),
    primary key (tenant_id, year, quarter, username)
);
alter table leads.target enable row level security;
alter table leads.target force row level security;
create policy own_zone on leads.target
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.target to kaiyuan_app;
--rollback drop table leads.target;

--changeset leads:0001-saved-view
create table leads.saved_view (
    tenant_id bigint not null,
    id        uuid not null,
    owner     text not null,
    name      text not null check (name <> '' and length(name) <= 60),
    shared    boolean not null default false,
    query     text not null,
    primary key (tenant_id, id)
);
create unique index saved_view_by_name on leads.saved_view (tenant_id, owner, name);
alter table leads.saved_view enable row level security;
alter table leads.saved_view force row level security;
create policy own_zone on leads.saved_view
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on leads.saved_view to kaiyuan_app;
--rollback drop table leads.saved_view;

--changeset leads:0001-counted
-- Leads are records that count towards a zone's quota, see tenancy.record_change.
create trigger records_came after insert on leads.lead referencing new table as changed
    for each statement execute function tenancy.count_records();
create trigger records_went after delete on leads.lead referencing old table as changed
    for each statement execute function tenancy.count_records();
--rollback drop trigger records_went on leads.lead; drop trigger records_came on leads.lead;
