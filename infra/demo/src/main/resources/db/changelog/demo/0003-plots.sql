--liquibase formatted sql

--changeset demo:0003-plots
-- How many plots the demo has put in; 0 while it has put in none.
alter table demo.loaded_zone add column plots int not null default 0;
grant update (plots) on demo.loaded_zone to kaiyuan_app;
--rollback alter table demo.loaded_zone drop column plots;
