--liquibase formatted sql

--changeset jobs:0001-scheduled-tasks
-- db-scheduler's table (its documented structure). A job carries its tenant inside its data and runs bound to it.
create schema jobs;
grant usage on schema jobs to kaiyuan_app;
create table jobs.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on jobs.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on jobs.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on jobs.scheduled_tasks to kaiyuan_app;
--rollback drop schema jobs cascade;
