--liquibase formatted sql

--changeset demo:0002-leads
-- How many leads the demo has put in; 0 while it has put in none.
alter table demo.loaded_zone add column leads int not null default 0;
grant update (leads) on demo.loaded_zone to kaiyuan_app;
--rollback alter table demo.loaded_zone drop column leads;
