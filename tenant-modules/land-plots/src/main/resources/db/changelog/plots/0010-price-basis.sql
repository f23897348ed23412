--liquibase formatted sql

--changeset plots:0010-price-basis
-- What a price begins from is by a benchmark (基准地价) or an appraisal, which is named.
alter table plots.plot add column price_basis text check (length(price_basis) <= 200);
--rollback alter table plots.plot drop column price_basis;
