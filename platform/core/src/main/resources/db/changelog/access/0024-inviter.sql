--liquibase formatted sql

--changeset access:0024-inviter
-- Who wrote an invitation; those of before have none and end by themselves within a week.
alter table access.invitation add column inviter text;
comment on column access.invitation.inviter is 'User name: what they wrote ends when they leave or are no administrator any more.';
--rollback alter table access.invitation drop column inviter;
