--liquibase formatted sql

--changeset demo:0004-powers
-- How many entries of lists of powers the demo has put in, also into zones without enterprises; 0 while it has put in none.
create table demo.loaded_powers (
    code    text primary key,
    entries int not null
);
grant select, insert on demo.loaded_powers to kaiyuan_app;
--rollback drop table demo.loaded_powers;
