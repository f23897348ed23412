--liquibase formatted sql

--changeset services:0005-draft-filled-in
-- Whom the park asks back, the pledge and what is to follow are filled in together like the answers.
alter table services.draft
    add column applicant_name text not null default '' check (length(applicant_name) <= 60),
    add column applicant_phone text not null default '' check (length(applicant_phone) <= 30),
    add column pledged boolean not null default false,
    add column deferred text[] not null default '{}';
--rollback alter table services.draft drop column applicant_name, drop column applicant_phone, drop column pledged, drop column deferred;
