--liquibase formatted sql

--changeset enterprises:0060-counted
-- Enterprises are records that count towards a zone's quota, see tenancy.record_change. What is there already is counted once;
-- row-level security is forced on the owner as well, so it is read and written while it is not.
alter table enterprises.enterprise no force row level security;
alter table tenancy.record_change no force row level security;
insert into tenancy.record_change (tenant_id, word, n)
    select tenant_id, 'enterprises', count(*) from enterprises.enterprise group by tenant_id;
alter table tenancy.record_change force row level security;
alter table enterprises.enterprise force row level security;
create trigger records_came after insert on enterprises.enterprise referencing new table as changed
    for each statement execute function tenancy.count_records();
create trigger records_went after delete on enterprises.enterprise referencing old table as changed
    for each statement execute function tenancy.count_records();
--rollback drop trigger records_went on enterprises.enterprise; drop trigger records_came on enterprises.enterprise;
