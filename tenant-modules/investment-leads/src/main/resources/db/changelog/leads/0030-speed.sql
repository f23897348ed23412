--liquibase formatted sql

--changeset leads:0030-board
-- The cards of a column in their order, and its count and sum from the index alone; with 200,000 leads the board read 97,000 pages
-- to find the first cards of stages that few have reached.
create index lead_on_board on leads.lead (tenant_id, state, stage, coalesce(due_on, date '9999-12-31'), id)
    include (investment_yuan, furthest, confidential, owner)
    where merged_into is null;
--rollback drop index leads.lead_on_board;

--changeset leads:0030-stays
-- How long leads stayed in a stage, from the index alone: nobody asks by the day of a move.
drop index leads.stage_move_by_stage;
create index stage_move_by_stay on leads.stage_move (tenant_id, from_stage, days, lead_id)
    where from_stage is not null and days is not null;
--rollback drop index leads.stage_move_by_stay; create index stage_move_by_stage on leads.stage_move (tenant_id, from_stage, at) where from_stage is not null;
