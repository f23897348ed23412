--liquibase formatted sql

--changeset leads:0042-no-talks-from-production-on
-- From 投产 on nobody is reminded to talk with the investor any more: what was due by that rule is due no longer.
alter table leads.lead no force row level security;
update leads.lead set due_on = next_action_on, due_kind = case when next_action_on is not null then 'ACTION' end,
    due_estimated = false
    where due_kind = 'FOLLOW_UP' and stage in ('PRODUCTION', 'ABOVE_SCALE', 'FULL_CAPACITY');
alter table leads.lead force row level security;
--rollback empty
