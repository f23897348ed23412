--liquibase formatted sql

--changeset events:0001-event-publication
-- Spring Modulith's event registry (its structure of version 2). Holds ids and values of what happened in all
-- zones; no use case reads it, only the registry, which hands each event to reactions bound to its tenant.
create schema events;
grant usage on schema events to kaiyuan_app;
create table events.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on events.event_publication using hash (serialized_event);
create index event_publication_incomplete on events.event_publication (publication_date) where completion_date is null;
create index event_publication_completed on events.event_publication (completion_date);
grant select, insert, update, delete on events.event_publication to kaiyuan_app;
--rollback drop schema events cascade;
