--liquibase formatted sql

--changeset calendar:0001-schema
create schema calendar;
grant usage on schema calendar to kaiyuan_app;
--rollback drop schema calendar;

--changeset calendar:0001-year
-- What the operator entered of a year's notice. Public knowledge, the same for all zones: neither table has a tenant_id.
create table calendar.year (
    year       int primary key check (year between 2002 and 2100),
    complete   boolean not null,
    changed_by text not null,
    changed_at timestamptz not null
);
grant select, insert, update (complete, changed_by, changed_at), delete on calendar.year to kaiyuan_app;
--rollback drop table calendar.year;

--changeset calendar:0001-holiday
-- The year is that of the notice: the last days of December belong to the year after.
create table calendar.holiday (
    year       int not null references calendar.year (year),
    day        date not null,
    name       text not null check (name <> ''),
    working    boolean not null,
    entered_by text not null,
    entered_at timestamptz not null,
    primary key (year, day)
);
grant select, insert, update (name, working, entered_by, entered_at), delete on calendar.holiday to kaiyuan_app;
--rollback drop table calendar.holiday;
