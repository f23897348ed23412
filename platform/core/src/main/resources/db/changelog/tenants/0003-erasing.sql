--liquibase formatted sql

--changeset tenants:0003-begun
-- Once it has begun a deletion is not withdrawn: half a tenant is none.
alter table tenants.deletion add column begun_at timestamptz;
grant update (begun_at) on tenants.deletion to kaiyuan_app;

-- What was removed so far, written in the transaction that removes it: exact also after a kill -9.
create table tenants.erased (
    zone bigint not null,
    what text not null,
    rows bigint not null,
    primary key (zone, what)
);
grant select, insert, update (rows), delete on tenants.erased to kaiyuan_app;

-- What remains of a tenant: what was removed, when, on whose word. Each names the hash of the one before, so that none is
-- changed or missing unseen. Append only.
create table tenants.certificate (
    number    bigint generated always as identity primary key,
    zone      bigint not null unique,
    issued_at timestamptz not null,
    content   text not null,
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    previous  text not null
);
grant select, insert (zone, issued_at, content, sha256, previous) on tenants.certificate to kaiyuan_app;
--rollback drop table tenants.certificate, tenants.erased; alter table tenants.deletion drop column begun_at;

--changeset tenants:0003-erase splitStatements:false
-- The application may not delete what is append-only, nor lines of other rooms' registers. These functions run as the owner, for
-- one thing alone: the rows of a tenant whose deletion was asked for and whose cooling-off period is over by the database's own
-- clock. Row-level security is forced on the owner too, so not even they see another tenant's rows.
create function tenants.doomed() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    doomed bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
begin
    perform from tenants.deletion d join tenancy.tenant t on t.id = d.zone
        where d.zone = doomed and t.state = 'CLOSING' and d.begun_at is not null
          and d.requested_at + make_interval(days => d.cooling_days) <= now();
    if not found then
        raise exception 'tenant % is not to be erased now', doomed using errcode = 'insufficient_privilege';
    end if;
    return doomed;
end $$;
revoke all on function tenants.doomed() from public;

create function tenants.erase(of_table regclass, most bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    doomed bigint := tenants.doomed();
    key name;
    erased bigint;
begin
    select a.attname into key
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where a.attrelid = of_table and not a.attisdropped and a.atttypid = 'bigint'::regtype
          and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
          and (a.attname = 'tenant_id' or a.attname = 'zone' and n.nspname <> 'tenants')
        order by a.attname limit 1;
    if key is null then
        raise exception '% holds no tenant', of_table using errcode = 'insufficient_privilege';
    end if;
    set local audit.forgetting = 'yes'; -- what is append-only lets the owner delete when they say so
    execute format(
        'delete from %s x using (select tableoid as t, ctid as c from %s where %I = $1 limit $2) d'
        || ' where x.tableoid = d.t and x.ctid = d.c and x.%I = $1', of_table, of_table, key, key)
        using doomed, most;
    get diagnostics erased = row_count;
    return erased;
end $$;
revoke all on function tenants.erase(regclass, bigint) from public;
grant execute on function tenants.erase(regclass, bigint) to kaiyuan_app;

-- The accounts of people who belong to, and ask at, no other tenant, with all that hangs on them. Whose they are say the tables
-- with a tenant and an account, of whichever room. To be called before the rows of those go.
create function tenants.erase_people() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    doomed bigint := tenants.doomed();
    rooms regclass[];
    room regclass;
    people uuid[] := '{}';
    person uuid;
    elsewhere boolean;
    of_person regclass;
    erased bigint := 0;
begin
    select array_agg(c.oid::regclass) into rooms from pg_class c
        where c.relkind in ('r', 'p') and not c.relispartition and pg_get_userbyid(c.relowner) = current_user
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                      and a.atttypid = 'bigint'::regtype and not a.attisdropped)
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id'
                      and a.atttypid = 'uuid'::regtype and not a.attisdropped);
    foreach room in array rooms loop
        execute format('select $1 || array(select distinct account_id from %s where tenant_id = $2)', room)
            into people using people, doomed;
    end loop;
    for person in select distinct unnest(people) loop
        execute format('set local app.account_id = %L', person);
        elsewhere := not exists (select from access.account a where a.id = person and not a.operator);
        foreach room in array rooms loop
            exit when elsewhere;
            execute format('select exists (select from %s where account_id = $1 and tenant_id <> $2)', room)
                into elsewhere using person, doomed;
        end loop;
        continue when elsewhere;
        for of_person in
            select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'access' and c.relkind in ('r', 'p') and not c.relispartition
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id'
                          and a.atttypid = 'uuid'::regtype and not a.attisdropped)
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                              and not a.attisdropped) loop
            execute format('delete from %s where account_id = $1', of_person) using person;
        end loop;
        delete from access.account a where a.id = person;
        erased := erased + 1;
    end loop;
    set local app.account_id = '';
    return erased;
end $$;
revoke all on function tenants.erase_people() from public;
grant execute on function tenants.erase_people() to kaiyuan_app;

-- Sessions are shown to their own person alone; this lets the function above, which runs as the owner, find those of the
-- tenant that is current.
create policy of_the_tenant on access.session to kaiyuan_owner
    using (zone = nullif(current_setting('app.tenant_id', true), '')::bigint);
--rollback drop policy of_the_tenant on access.session; drop function tenants.erase_people(); drop function tenants.erase(regclass, bigint); drop function tenants.doomed();
