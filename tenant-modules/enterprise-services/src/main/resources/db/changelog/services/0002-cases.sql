--liquibase formatted sql

--changeset services:0002-draft
-- What people of an enterprise are filling in, together.
create table services.draft (
    tenant_id     bigint not null,
    id            uuid not null,
    version       bigint not null default 1,
    service_id    uuid not null,
    edition       int not null,
    enterprise_id uuid not null,
    answers       jsonb not null,
    begun_by      text collate "C" not null,
    updated_name  text not null,
    updated_at    timestamptz not null,
    -- the case that it became; then it does not change
    case_id       uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, service_id, edition) references services.edition (tenant_id, service_id, number)
);
create unique index draft_once on services.draft (tenant_id, enterprise_id, service_id) where case_id is null;
create index draft_of_enterprise on services.draft (tenant_id, enterprise_id, updated_at desc, id) where case_id is null;
create index draft_of_case on services.draft (tenant_id, case_id) where case_id is not null;
alter table services.draft enable row level security;
alter table services.draft force row level security;
create policy own_zone on services.draft
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on services.draft to kaiyuan_app;
--rollback drop table services.draft;

--changeset services:0002-draft-paper
create table services.draft_paper (
    tenant_id bigint not null,
    draft_id  uuid not null,
    material  text collate "C" not null check (length(material) <= 60),
    file_id   uuid not null,
    added_at  timestamptz not null,
    primary key (tenant_id, draft_id, material, file_id),
    foreign key (tenant_id, draft_id) references services.draft (tenant_id, id) on delete cascade
);
alter table services.draft_paper enable row level security;
alter table services.draft_paper force row level security;
create policy own_zone on services.draft_paper
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on services.draft_paper to kaiyuan_app;
--rollback drop table services.draft_paper;

--changeset services:0002-receipt-count
-- Receipts of a day are counted without gaps that anybody could ask about.
create table services.receipt_count (
    tenant_id bigint not null,
    day       date not null,
    last      int not null,
    primary key (tenant_id, day)
);
alter table services.receipt_count enable row level security;
alter table services.receipt_count force row level security;
create policy own_zone on services.receipt_count
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.receipt_count to kaiyuan_app;
--rollback drop table services.receipt_count;

--changeset services:0002-case
create table services.case_file (
    tenant_id      bigint not null,
    id             uuid not null,
    version        bigint not null default 1,
    receipt        text collate "C" not null check (length(receipt) <= 60),
    -- with which anybody reads the progress; shown to the enterprise alone
    pickup_code    text collate "C" not null,
    -- of what it was made: a draft, or the counter's page; the same makes one case
    made_of        uuid not null,
    service_id     uuid not null,
    edition        int not null,
    title          text not null,
    track          text not null check (track in ('STATUTORY', 'PARK', 'TICKET', 'BUNDLE')),
    matter_id      uuid,
    part_of        uuid,
    part_number    int,
    enterprise_id  uuid,
    enterprise_name text collate "C" not null check (enterprise_name <> '' and length(enterprise_name) <= 200),
    credit_code    text collate "C",
    applicant_username text collate "C",
    applicant_name text not null,
    applicant_phone text not null,
    channel        text not null check (channel in ('PORTAL', 'COUNTER', 'API')),
    state          text not null check (state in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'DECIDED', 'DELIVERED', 'ARCHIVED', 'NOT_ACCEPTED',
                       'WITHDRAWN')),
    step           text not null check (step in ('APPLY', 'PRECHECK', 'ACCEPT', 'REVIEW', 'DECIDE', 'DELIVER', 'ARCHIVE')),
    step_since     timestamptz not null,
    waiting_for    text not null check (waiting_for in ('PARK', 'ENTERPRISE', 'UPPER', 'NOBODY')),
    answers        jsonb not null,
    pledged        boolean not null default false,
    pledge_kept    boolean,
    pledge_said    text,
    submitted_at   timestamptz not null,
    -- from which the five days for saying something run: handing in, or handing in the supplement
    said_since     date not null,
    supplement_asked_on date,
    supplement_said text,
    supplement_due_on date,
    supplemented_on date,
    accepted_on    date,
    deemed         boolean not null default false,
    course         text check (course in ('HERE', 'UPPER', 'OWN')),
    ruling         jsonb,
    entry_id       uuid,
    statutory_days int,
    promised_days  int not null,
    extension_days int not null default 0 check (extension_days between 0 and 30),
    extension_asked_days int,
    extension_asked_by text,
    extension_asked_why text,
    -- worked out anew with every act: last day by promise and by law; null while the clock stands or has not begun
    due_on         date,
    statutory_due_on date,
    stopped_since  date,
    deferred_due_on date,
    -- the next day on which the clock has something to do; null for none
    next_on        date,
    team           text collate "C",
    owner          text collate "C",
    owner_name     text,
    company        bigint,
    company_name   text,
    outcome        text check (outcome in ('GRANTED', 'REFUSED', 'ANSWERED')),
    decided_on     date,
    decision       text,
    decided_name   text,
    delivered_on   date,
    delivered_way  text,
    delivered_proof text,
    archived_at    timestamptz,
    archive_sha256 text,
    ended_on       date,
    open           boolean not null generated always as (state in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'DECIDED')) stored,
    -- by what an inbox sorts: what has no day comes last
    urgent_on      date not null generated always as (coalesce(due_on, date '2999-12-31')) stored,
    primary key (tenant_id, id),
    unique (tenant_id, receipt),
    foreign key (tenant_id, service_id, edition) references services.edition (tenant_id, service_id, number),
    foreign key (tenant_id, part_of) references services.case_file (tenant_id, id),
    check ((owner is null) = (owner_name is null)),
    check ((accepted_on is null) = (course is null)),
    check ((decided_on is null) = (outcome is null)),
    check (deemed = false or accepted_on is not null)
);
create unique index case_made_once on services.case_file (tenant_id, made_of) where part_of is null;
create unique index case_part on services.case_file (tenant_id, part_of, part_number) where part_of is not null;
create index case_urgent on services.case_file (tenant_id, urgent_on, id) where open;
create index case_urgent_of_owner on services.case_file (tenant_id, owner, urgent_on, id) where open and owner is not null;
create index case_urgent_unclaimed on services.case_file (tenant_id, team, urgent_on, id) where open and owner is null;
create index case_urgent_waiting on services.case_file (tenant_id, waiting_for, urgent_on, id) where open and waiting_for <> 'PARK';
create index case_urgent_state on services.case_file (tenant_id, state, urgent_on, id) where open;
create index case_urgent_service on services.case_file (tenant_id, service_id, urgent_on, id) where open;
create index case_urgent_company on services.case_file (tenant_id, company, urgent_on, id) where open and company is not null;
create index case_clock on services.case_file (tenant_id, next_on, id) where next_on is not null;
create index case_of_enterprise on services.case_file (tenant_id, enterprise_id, submitted_at desc, id desc) where enterprise_id is not null;
create index case_open_of_enterprise on services.case_file (tenant_id, enterprise_id, submitted_at desc, id desc)
    where enterprise_id is not null and open;
create index case_newest on services.case_file (tenant_id, submitted_at desc, id desc);
create index case_closed on services.case_file (tenant_id, submitted_at desc, id desc) where not open;
create index case_by_applicant on services.case_file (tenant_id, enterprise_name, submitted_at desc, id desc);
alter table services.case_file enable row level security;
alter table services.case_file force row level security;
create policy own_zone on services.case_file
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.case_file to kaiyuan_app;
--rollback drop table services.case_file;

--changeset services:0002-case-event
create table services.case_event (
    tenant_id bigint not null,
    case_id   uuid not null,
    number    int not null,
    act       text not null,
    step      text not null,
    on_day    date not null,
    at        timestamptz not null,
    by_username text collate "C" not null,
    by_name   text not null,
    said      text,
    -- whether the enterprise sees it
    open      boolean not null,
    primary key (tenant_id, case_id, number),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id)
);
create index case_event_by_time on services.case_event (tenant_id, at, case_id, number);
alter table services.case_event enable row level security;
alter table services.case_event force row level security;
create policy own_zone on services.case_event
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on services.case_event to kaiyuan_app;
--rollback drop table services.case_event;

--changeset services:0002-case-stop
create table services.case_stop (
    tenant_id bigint not null,
    case_id   uuid not null,
    number    int not null,
    reason    text not null check (reason in ('HEARING', 'TENDER', 'AUCTION', 'INSPECTION', 'TESTING', 'QUARANTINE', 'APPRAISAL', 'EXPERT_REVIEW')),
    from_on   date not null,
    to_on     date check (to_on >= from_on),
    document  text not null check (document <> '' and length(document) <= 300),
    primary key (tenant_id, case_id, number),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id)
);
create unique index case_stands_once on services.case_stop (tenant_id, case_id) where to_on is null;
alter table services.case_stop enable row level security;
alter table services.case_stop force row level security;
create policy own_zone on services.case_stop
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.case_stop to kaiyuan_app;
--rollback drop table services.case_stop;

--changeset services:0002-case-material
create table services.case_material (
    tenant_id bigint not null,
    case_id   uuid not null,
    material  text collate "C" not null check (length(material) <= 60),
    state     text not null check (state in ('MISSING', 'HANDED_IN', 'HELD', 'DEFERRED', 'FOUND_GOOD', 'FOUND_BAD')),
    remark    text check (length(remark) <= 2000),
    -- asked for in the one supplement
    asked     boolean not null default false,
    primary key (tenant_id, case_id, material),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id)
);
create table services.case_paper (
    tenant_id bigint not null,
    case_id   uuid not null,
    material  text collate "C" not null,
    file_id   uuid not null,
    added_at  timestamptz not null,
    primary key (tenant_id, case_id, material, file_id),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id)
);
alter table services.case_paper enable row level security;
alter table services.case_paper force row level security;
create policy own_zone on services.case_paper
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, delete on services.case_paper to kaiyuan_app;
alter table services.case_material enable row level security;
alter table services.case_material force row level security;
create policy own_zone on services.case_material
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.case_material to kaiyuan_app;
--rollback drop table services.case_material;

--changeset services:0002-case-opinion
create table services.case_opinion (
    tenant_id bigint not null,
    case_id   uuid not null,
    seat      text collate "C" not null check (length(seat) <= 60),
    seat_name text not null,
    team      text collate "C",
    due_on    date not null,
    verdict   text check (verdict in ('AGREED', 'AGREED_WITH_REMARKS', 'OPPOSED')),
    said      text check (length(said) <= 4000),
    signed_by text collate "C",
    signed_name text,
    signed_at timestamptz,
    hash      text,
    primary key (tenant_id, case_id, seat),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id),
    check ((verdict is null) = (signed_at is null)),
    check ((verdict is null) = (hash is null))
);
create index case_opinion_awaited on services.case_opinion (tenant_id, due_on, case_id) where verdict is null;
alter table services.case_opinion enable row level security;
alter table services.case_opinion force row level security;
create policy own_zone on services.case_opinion
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.case_opinion to kaiyuan_app;
--rollback drop table services.case_opinion;

--changeset services:0002-letter
create table services.letter_count (
    tenant_id bigint not null,
    numbering text not null,
    year      int not null,
    last      int not null,
    primary key (tenant_id, numbering, year)
);
alter table services.letter_count enable row level security;
alter table services.letter_count force row level security;
create policy own_zone on services.letter_count
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.letter_count to kaiyuan_app;
create table services.letter (
    tenant_id bigint not null,
    id        uuid not null,
    case_id   uuid not null,
    kind      text not null,
    number    text not null check (number <> '' and length(number) <= 120),
    title     text not null,
    body      text not null,
    on_day    date not null,
    at        timestamptz not null,
    signed_name text not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id)
);
create index letter_of_case on services.letter (tenant_id, case_id, at, id);
alter table services.letter enable row level security;
alter table services.letter force row level security;
create policy own_zone on services.letter
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on services.letter to kaiyuan_app;
--rollback drop table services.letter;

