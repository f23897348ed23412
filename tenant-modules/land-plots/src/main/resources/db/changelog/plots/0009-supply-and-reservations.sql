--liquibase formatted sql

--changeset plots:0009-idle-lapsed
-- A case whose contract ended before the ground was disposed of: no disposal, and earns no new land.
alter table plots.idle_case drop constraint idle_case_state_check;
alter table plots.idle_case add constraint idle_case_state_check
    check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'CLOSED', 'LAPSED'));
--rollback alter table plots.idle_case drop constraint idle_case_state_check;
--rollback alter table plots.idle_case add constraint idle_case_state_check
--rollback     check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'CLOSED'));

--changeset plots:0009-receipt-reference
-- The voucher's number, so that what is sent twice is entered once.
alter table plots.receipt add column reference text collate "C" check (reference <> '' and length(reference) <= 100);
create index receipt_by_reference on plots.receipt (tenant_id, payment_id, reference) where reference is not null;
--rollback drop index plots.receipt_by_reference;
--rollback alter table plots.receipt drop column reference;

--changeset plots:0009-reservation-indexes
-- All of a plot, the past too; and what runs out, whether it holds or waits.
create index reservation_of_plot on plots.reservation (tenant_id, plot_id, made_at);
drop index plots.reservation_expiry;
create index reservation_expiry on plots.reservation (tenant_id, until_day, id) where state in ('QUEUED', 'HELD');
--rollback drop index plots.reservation_of_plot;
--rollback drop index plots.reservation_expiry;
--rollback create index reservation_expiry on plots.reservation (tenant_id, until_day) where state = 'HELD';

--changeset plots:0009-plots-stay
-- Plots end, nobody deletes them.
revoke delete on plots.plot from kaiyuan_app;
--rollback grant delete on plots.plot to kaiyuan_app;
