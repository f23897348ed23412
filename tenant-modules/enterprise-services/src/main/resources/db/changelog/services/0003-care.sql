--liquibase formatted sql

--changeset services:0003-told
-- What the clock has told of a case: each once, also with two nodes and a clock that jumps.
create table services.case_told (
    tenant_id bigint not null,
    case_id   uuid not null,
    kind      text collate "C" not null,
    of_day    date not null,
    at        timestamptz not null,
    primary key (tenant_id, case_id, kind, of_day),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id)
);
alter table services.case_told enable row level security;
alter table services.case_told force row level security;
create policy own_zone on services.case_told
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on services.case_told to kaiyuan_app;
--rollback drop table services.case_told;

--changeset services:0003-rating
create table services.rating (
    tenant_id     bigint not null,
    id            uuid not null,
    version       bigint not null default 1,
    case_id       uuid not null,
    contact       text not null check (contact in ('ACCEPTANCE', 'HANDLING', 'RESULT')),
    stars         int not null check (stars between 1 and 5),
    reasons       text[] not null default '{}',
    said          text check (length(said) <= 1000),
    by_username   text collate "C" not null,
    at            timestamptz not null,
    state         text not null check (state in ('NOTED', 'TO_CALL', 'TO_RECTIFY', 'RECTIFIED')),
    called_on     date,
    called_said   text check (length(called_said) <= 2000),
    called_name   text,
    rectify_due_on date,
    rectified_on  date,
    rectified_said text check (length(rectified_said) <= 2000),
    rectified_name text,
    primary key (tenant_id, id),
    unique (tenant_id, case_id, contact),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id),
    check ((state = 'NOTED') = (rectify_due_on is null))
);
create index rating_newest on services.rating (tenant_id, at desc, id desc);
create index rating_owed on services.rating (tenant_id, state, rectify_due_on, id) where state in ('TO_CALL', 'TO_RECTIFY');
alter table services.rating enable row level security;
alter table services.rating force row level security;
create policy own_zone on services.rating
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.rating to kaiyuan_app;
--rollback drop table services.rating;

--changeset services:0003-complaint
create table services.complaint (
    tenant_id   bigint not null,
    id          uuid not null,
    version     bigint not null default 1,
    case_id     uuid not null,
    said        text not null check (said <> '' and length(said) <= 2000),
    by_username text collate "C" not null,
    at          timestamptz not null,
    due_on      date not null,
    state       text not null check (state in ('OPEN', 'ANSWERED')),
    answer      text check (length(answer) <= 2000),
    answered_at timestamptz,
    answered_name text,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references services.case_file (tenant_id, id),
    check ((state = 'OPEN') = (answer is null))
);
create index complaint_newest on services.complaint (tenant_id, at desc, id desc);
create index complaint_of_case on services.complaint (tenant_id, case_id, at);
create index complaint_open on services.complaint (tenant_id, due_on, id) where state = 'OPEN';
alter table services.complaint enable row level security;
alter table services.complaint force row level security;
create policy own_zone on services.complaint
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.complaint to kaiyuan_app;
--rollback drop table services.complaint;

--changeset services:0003-colleague-right
create table services.colleague_right (
    tenant_id     bigint not null,
    enterprise_id uuid not null,
    username      text collate "C" not null,
    rights        text[] not null,
    until         date,
    given_by      text not null,
    given_at      timestamptz not null,
    primary key (tenant_id, enterprise_id, username)
);
alter table services.colleague_right enable row level security;
alter table services.colleague_right force row level security;
create policy own_zone on services.colleague_right
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on services.colleague_right to kaiyuan_app;
--rollback drop table services.colleague_right;

--changeset services:0003-absence
create table services.absence (
    tenant_id       bigint not null,
    username        text collate "C" not null,
    name            text not null,
    substitute      text collate "C" not null,
    substitute_name text not null,
    from_on         date not null,
    until_on        date not null check (until_on >= from_on),
    primary key (tenant_id, username),
    check (username <> substitute)
);
create index absence_of_substitute on services.absence (tenant_id, substitute, until_on);
alter table services.absence enable row level security;
alter table services.absence force row level security;
create policy own_zone on services.absence
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on services.absence to kaiyuan_app;
--rollback drop table services.absence;

--changeset services:0003-setting
-- What the zone has decided; no row: as the program has it.
create table services.setting (
    tenant_id     bigint not null,
    version       bigint not null default 1,
    public_record boolean not null default false,
    updated_by    text not null,
    updated_at    timestamptz not null,
    primary key (tenant_id)
);
alter table services.setting enable row level security;
alter table services.setting force row level security;
create policy own_zone on services.setting
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update on services.setting to kaiyuan_app;
--rollback drop table services.setting;

--changeset services:0003-try
-- Tries of receipt and code that failed, so that nobody guesses; by receipt and hour.
create table services.progress_try (
    tenant_id bigint not null,
    receipt   text collate "C" not null check (length(receipt) <= 60),
    hour      timestamptz not null,
    tries     int not null,
    primary key (tenant_id, receipt, hour)
);
alter table services.progress_try enable row level security;
alter table services.progress_try force row level security;
create policy own_zone on services.progress_try
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert, update, delete on services.progress_try to kaiyuan_app;
--rollback drop table services.progress_try;

