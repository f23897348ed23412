--liquibase formatted sql

--changeset demo:0005-services
-- How many cases the demo has put into a zone.
create table demo.loaded_services (
    code  text primary key,
    cases int not null
);
grant select, insert on demo.loaded_services to kaiyuan_app;
--rollback drop table demo.loaded_services;
