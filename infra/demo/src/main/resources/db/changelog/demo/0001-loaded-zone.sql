--liquibase formatted sql

--changeset demo:0001-schema
create schema demo;
grant usage on schema demo to kaiyuan_app;
--rollback drop schema demo;

--changeset demo:0001-loaded-zone
-- What the demo has put in already, so that it goes on where it was killed. Says nothing about any zone's data.
create table demo.loaded_zone (
    code        text primary key,
    enterprises int not null,
    loaded_at   timestamptz not null default now()
);
grant select, insert on demo.loaded_zone to kaiyuan_app;
--rollback drop table demo.loaded_zone;
