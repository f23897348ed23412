--liquibase formatted sql

--changeset enterprises:0001-schema
create schema enterprises;
grant usage on schema enterprises to kaiyuan_app;
--rollback drop schema enterprises;

--changeset enterprises:0001-enterprise
create table enterprises.enterprise (
    tenant_id          bigint not null,
    id                 uuid not null,
    version            bigint not null default 0,
    name               text not null check (name <> '' and length(name) <= 300),
    name_key           text collate "C" not null,
    short_name         text,
    credit_code        text collate "C" check (length(credit_code) = 18),
    kind               text,
    status             text not null
        check (status in ('ACTIVE', 'PREPARING', 'SUSPENDED', 'MOVED_OUT', 'DEREGISTERED', 'REVOKED')),
    registered_capital numeric(18, 2) check (registered_capital >= 0),
    -- hundredths, -1 for unknown: what lists sort and filter by, because numeric's comparisons are not leakproof
    -- and so cannot use an index under row-level security
    capital_key        bigint not null generated always as (coalesce((registered_capital * 100)::bigint, -1)) stored,
    capital_currency   text not null default 'CNY' check (capital_currency ~ '^[A-Z]{3}$'),
    founded_on         date,
    settled_on         date,
    deregistered_on    date,
    industry_code      text collate "C",
    leading_industry   text,
    sub_industry       text,
    chain_position     text not null default 'NONE'
        check (chain_position in ('CHAIN_LEADER', 'CORE', 'SUPPORTING', 'NONE')),
    division_code      text collate "C" check (division_code ~ '^[0-9]{2,12}$'),
    city               text,
    address            text,
    zone_location      text,
    business_scope     text,
    products           text,
    website            text,
    above_scale        boolean not null default false,
    four_above         boolean not null default false,
    merged_into        uuid,
    import_id          uuid,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    primary key (tenant_id, id)
);
create unique index enterprise_by_credit_code on enterprises.enterprise (tenant_id, credit_code);
create index enterprise_by_name on enterprises.enterprise (tenant_id, name_key, id);
create index enterprise_by_change on enterprises.enterprise (tenant_id, updated_at desc, id desc);
create index enterprise_by_capital on enterprises.enterprise (tenant_id, capital_key desc, id desc);
create index enterprise_by_founding on enterprises.enterprise
    (tenant_id, coalesce(founded_on, date '0001-01-01') desc, id desc);
create index enterprise_by_industry on enterprises.enterprise (tenant_id, industry_code, name_key, id);
create index enterprise_by_import on enterprises.enterprise (tenant_id, import_id) where import_id is not null;
alter table enterprises.enterprise enable row level security;
alter table enterprises.enterprise force row level security;
create policy own_zone on enterprises.enterprise
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.enterprise to kaiyuan_app;
--rollback drop table enterprises.enterprise;

--changeset enterprises:0001-former-name
create table enterprises.former_name (
    tenant_id     bigint not null,
    enterprise_id uuid not null,
    name          text not null check (name <> ''),
    name_key      text collate "C" not null,
    until         date,
    primary key (tenant_id, enterprise_id, name),
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
create index former_name_by_key on enterprises.former_name (tenant_id, name_key);
alter table enterprises.former_name enable row level security;
alter table enterprises.former_name force row level security;
create policy own_zone on enterprises.former_name
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.former_name to kaiyuan_app;
--rollback drop table enterprises.former_name;

--changeset enterprises:0001-contact
create table enterprises.contact (
    tenant_id     bigint not null,
    id            uuid not null,
    enterprise_id uuid not null,
    name          text not null check (name <> ''),
    position      text,
    phone         text,
    email         text,
    primary key (tenant_id, id),
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
create index contact_of_enterprise on enterprises.contact (tenant_id, enterprise_id);
alter table enterprises.contact enable row level security;
alter table enterprises.contact force row level security;
create policy own_zone on enterprises.contact
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.contact to kaiyuan_app;
--rollback drop table enterprises.contact;

--changeset enterprises:0001-qualification-kind
-- The managed list: the same for all zones, so it has no tenant_id.
create table enterprises.qualification_kind (
    code     text primary key,
    name     text not null unique,
    position int not null
);
insert into enterprises.qualification_kind (code, name, position) values
    ('HIGH_TECH', '高新技术企业', 1),
    ('TECH_SME', '科技型中小企业', 2),
    ('INNOVATIVE_SME', '创新型中小企业', 3),
    ('SPECIALISED_SME', '专精特新中小企业', 4),
    ('LITTLE_GIANT', '专精特新“小巨人”企业', 5),
    ('SINGLE_CHAMPION', '制造业单项冠军', 6),
    ('GAZELLE', '瞪羚企业', 7),
    ('UNICORN', '独角兽企业', 8),
    ('GREEN_FACTORY', '绿色工厂', 9),
    ('TECHNOLOGY_CENTRE', '企业技术中心', 10),
    ('DIGITAL_WORKSHOP', '数字化车间/智能工厂', 11),
    ('TIANFU_BRAND', '四川名牌产品企业', 12);
grant select on enterprises.qualification_kind to kaiyuan_app;
--rollback drop table enterprises.qualification_kind;

--changeset enterprises:0001-qualification
create table enterprises.qualification (
    tenant_id     bigint not null,
    id            uuid not null,
    enterprise_id uuid not null,
    kind_code     text not null references enterprises.qualification_kind (code),
    number        text,
    valid_from    date,
    valid_until   date,
    primary key (tenant_id, id),
    check (valid_until >= valid_from),
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
create index qualification_of_enterprise on enterprises.qualification (tenant_id, enterprise_id);
create index qualification_by_kind on enterprises.qualification (tenant_id, kind_code, enterprise_id);
alter table enterprises.qualification enable row level security;
alter table enterprises.qualification force row level security;
create policy own_zone on enterprises.qualification
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.qualification to kaiyuan_app;
--rollback drop table enterprises.qualification;

--changeset enterprises:0001-yearly-figures
create table enterprises.yearly_figures (
    tenant_id                   bigint not null,
    enterprise_id               uuid not null,
    year                        int not null check (year between 1949 and 2100),
    revenue_yuan                numeric(20, 2),
    tax_yuan                    numeric(20, 2),
    fixed_asset_investment_yuan numeric(20, 2),
    rd_yuan                     numeric(20, 2),
    land_area_m2                numeric(14, 2) check (land_area_m2 >= 0),
    energy_tce                  numeric(14, 2) check (energy_tce >= 0),
    employees                   int check (employees >= 0),
    export_yuan                 numeric(20, 2),
    source                      text not null,
    reported_on                 date not null,
    primary key (tenant_id, enterprise_id, year),
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
alter table enterprises.yearly_figures enable row level security;
alter table enterprises.yearly_figures force row level security;
create policy own_zone on enterprises.yearly_figures
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.yearly_figures to kaiyuan_app;
--rollback drop table enterprises.yearly_figures;

--changeset enterprises:0001-tag
create table enterprises.enterprise_tag (
    tenant_id     bigint not null,
    enterprise_id uuid not null,
    tag           text not null check (tag <> '' and length(tag) <= 40),
    primary key (tenant_id, enterprise_id, tag),
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
create index enterprise_tag_by_tag on enterprises.enterprise_tag (tenant_id, tag, enterprise_id);
alter table enterprises.enterprise_tag enable row level security;
alter table enterprises.enterprise_tag force row level security;
create policy own_zone on enterprises.enterprise_tag
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on enterprises.enterprise_tag to kaiyuan_app;
--rollback drop table enterprises.enterprise_tag;

--changeset enterprises:0001-note
create table enterprises.note (
    tenant_id     bigint not null,
    id            uuid not null,
    enterprise_id uuid not null,
    text          text not null check (text <> '' and length(text) <= 4000),
    author        text not null,
    author_name   text not null,
    at            timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, enterprise_id) references enterprises.enterprise (tenant_id, id) on delete cascade
);
create index note_of_enterprise on enterprises.note (tenant_id, enterprise_id, at);
alter table enterprises.note enable row level security;
alter table enterprises.note force row level security;
create policy own_zone on enterprises.note
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update (enterprise_id), delete on enterprises.note to kaiyuan_app;
--rollback drop table enterprises.note;

--changeset enterprises:0001-saved-view
create table enterprises.saved_view (
    tenant_id bigint not null,
    id        uuid not null,
    owner     text not null,
    name      text not null check (name <> '' and length(name) <= 60),
    shared    boolean not null default false,
    query     text not null,
    primary key (tenant_id, id)
);
create unique index saved_view_by_name on enterprises.saved_view (tenant_id, owner, name);
alter table enterprises.saved_view enable row level security;
alter table enterprises.saved_view force row level security;
create policy own_zone on enterprises.saved_view
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on enterprises.saved_view to kaiyuan_app;
--rollback drop table enterprises.saved_view;

--changeset enterprises:0001-batch-touch
-- Which enterprises one batch (an import, an undo, a bulk change) touched: what its one event stands for.
create table enterprises.batch_touch (
    tenant_id     bigint not null,
    batch_id      uuid not null,
    enterprise_id uuid not null,
    primary key (tenant_id, batch_id, enterprise_id)
);
alter table enterprises.batch_touch enable row level security;
alter table enterprises.batch_touch force row level security;
create policy own_zone on enterprises.batch_touch
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on enterprises.batch_touch to kaiyuan_app;
--rollback drop table enterprises.batch_touch;
