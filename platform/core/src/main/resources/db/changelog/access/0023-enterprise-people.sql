--liquibase formatted sql

--changeset access:0023-enterprise-people
-- Whoever stands for an enterprise in the portal is a member of another kind than whoever works for the park. The kind of a
-- role follows from its name, and the reference holds both together: no membership has roles of both kinds, whoever writes.
alter table access.membership
    add column kind text not null default 'STAFF' check (kind in ('STAFF', 'ENTERPRISE')),
    add constraint membership_of_one_kind unique (tenant_id, account_id, kind);
alter table access.membership_role
    add column kind text generated always as (case role when 'ENTERPRISE' then 'ENTERPRISE' else 'STAFF' end) stored,
    add constraint membership_role_of_its_kind foreign key (tenant_id, account_id, kind)
        references access.membership (tenant_id, account_id, kind) on delete cascade;
--rollback alter table access.membership_role drop column kind; alter table access.membership drop column kind;
