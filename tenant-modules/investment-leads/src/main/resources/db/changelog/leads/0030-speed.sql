--liquibase formatted sql

--changeset leads:0030-board
-- The cards of a column in their order, and its count and sum from the index alone; with 200,000 leads the board read 97,000 pages
-- to find the first cards of stages that few have reached.
create index lead_on_board on leads.lead (tenant_id, state, stage, coalesce(due_on, date '9999-12-31'), id)
    include (investment_yuan, furthest, confidential, owner)
    where merged_into is null;
--rollback drop index leads.lead_on_board;
