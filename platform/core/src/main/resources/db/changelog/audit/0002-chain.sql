--liquibase formatted sql

--changeset audit:0002-place-in-time
-- What is sealed is known by the transaction that wrote it: everything of transactions older than the oldest that still
-- runs is there for good. The number added is 0; audit:0002-era raises it where a database was restored into a cluster
-- whose counter is behind.
create sequence audit.high_water;
grant usage, select, update on sequence audit.high_water to kaiyuan_app;
create function audit.xact() returns bigint language sql stable
    return pg_current_xact_id()::text::bigint + 0;
create function audit.horizon() returns bigint language sql stable
    return pg_snapshot_xmin(pg_current_snapshot())::text::bigint + 0;
--rollback drop function audit.horizon(); drop function audit.xact(); drop sequence audit.high_water;

--changeset audit:0002-change
-- Where somebody came from; the zone whose staff they really are is set at the begin of their transactions.
alter table audit.change
    add column came_from bigint default nullif(current_setting('app.came_from', true), '')::bigint,
    add column address   text,
    add column xact      bigint not null default 0;
alter table audit.change alter column xact set default audit.xact();
create index change_by_xact on audit.change (tenant_id, xact);
create index change_by_time on audit.change (tenant_id, at, id);
--rollback alter table audit.change drop column xact, drop column address, drop column came_from;

--changeset audit:0002-seal
-- One link of a chain: covers the lines of the transactions from from_xact up to before to_xact.
create table audit.seal (
    tenant_id bigint not null,
    number    bigint not null check (number > 0),
    from_xact bigint not null,
    to_xact   bigint not null check (to_xact > from_xact),
    lines     bigint not null check (lines > 0),
    last_at   timestamptz not null,
    digest    bytea not null check (length(digest) = 32),
    previous  bytea not null check (length(previous) = 32),
    hash      bytea not null check (length(hash) = 32),
    signature bytea not null check (length(signature) = 32),
    sealed_at timestamptz not null,
    primary key (tenant_id, number)
);
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
create policy own_zone on audit.seal
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on audit.seal to kaiyuan_app;

-- Up to which link lines were forgotten because they are old enough; the chain goes on from its hash.
create table audit.checkpoint (
    tenant_id    bigint not null,
    number       bigint not null,
    to_xact      bigint not null,
    hash         bytea not null check (length(hash) = 32),
    signature    bytea not null check (length(signature) = 32),
    forgotten_at timestamptz not null,
    primary key (tenant_id, number)
);
alter table audit.checkpoint enable row level security;
alter table audit.checkpoint force row level security;
create policy own_zone on audit.checkpoint
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint);
grant select, insert on audit.checkpoint to kaiyuan_app;
--rollback drop table audit.checkpoint; drop table audit.seal;

--changeset audit:0002-waiting splitStatements:false
-- Which zones have lines that are not sealed yet, so that nobody has to ask all of them. Holds numbers of zones only.
create table audit.waiting (
    zone bigint not null,
    xact bigint not null default audit.xact(),
    primary key (zone, xact)
);
grant select, insert, delete on audit.waiting to kaiyuan_app;
insert into audit.waiting (zone) select id from tenancy.tenant;
create function audit.wait_for_seal() returns trigger language plpgsql as $$
begin
    insert into audit.waiting (zone) values (nullif(current_setting('app.tenant_id', true), '')::bigint)
        on conflict do nothing;
    return null;
end $$;
create trigger wait_for_seal after insert on audit.change for each statement execute function audit.wait_for_seal();
--rollback drop trigger wait_for_seal on audit.change; drop function audit.wait_for_seal(); drop table audit.waiting;

--changeset audit:0002-append-only splitStatements:false
-- Not even the owner changes a line in passing: that takes a statement that says so, and the chain shows it.
create function audit.refuse() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('audit.forgetting', true) = 'yes' then
        return old;
    end if;
    raise exception '%.% is append only: % refused', tg_table_schema, tg_table_name, tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit.change for each row execute function audit.refuse();
create trigger never_emptied before truncate on audit.change for each statement execute function audit.refuse();
create trigger append_only before update or delete on audit.seal for each row execute function audit.refuse();
create trigger never_emptied before truncate on audit.seal for each statement execute function audit.refuse();
create trigger append_only before update or delete on audit.checkpoint for each row execute function audit.refuse();
create trigger never_emptied before truncate on audit.checkpoint for each statement execute function audit.refuse();

-- The one way out: whole sealed ranges older than six months, up to a checkpoint that the application has signed.
create function audit.forget(up_to bigint) returns bigint language plpgsql security definer
    set search_path = pg_catalog as $$
declare
    zone   bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
    till   bigint;
    gone   bigint;
begin
    select c.to_xact into till from audit.checkpoint c
    join audit.seal s on s.tenant_id = c.tenant_id and s.number = c.number and s.to_xact = c.to_xact and s.hash = c.hash
    where c.tenant_id = zone and c.number = up_to;
    if till is null then
        raise exception 'no checkpoint at link % of zone %', up_to, zone;
    end if;
    if exists (select from audit.seal s where s.tenant_id = zone and s.number <= up_to
               and s.last_at > now() - interval '6 months') then
        raise exception 'lines of the last six months are kept';
    end if;
    set local audit.forgetting = 'yes';
    delete from audit.change where tenant_id = zone and xact < till;
    get diagnostics gone = row_count;
    delete from audit.seal where tenant_id = zone and number <= up_to;
    set local audit.forgetting = 'no';
    return gone;
end $$;
revoke all on function audit.forget(bigint) from public;
grant execute on function audit.forget(bigint) to kaiyuan_app;
--rollback drop function audit.forget(bigint); drop function audit.refuse() cascade;

--changeset audit:0002-era splitStatements:false runAlways:true runOnChange:true
do $$
declare
    high    bigint := (select last_value from audit.high_water);
    counter bigint := pg_current_xact_id()::text::bigint;
    base    bigint;
begin
    if audit.xact() < high then
        base := high - counter + 1000000;
        execute format('create or replace function audit.xact() returns bigint language sql stable
            return pg_current_xact_id()::text::bigint + %s', base);
        execute format('create or replace function audit.horizon() returns bigint language sql stable
            return pg_snapshot_xmin(pg_current_snapshot())::text::bigint + %s', base);
    end if;
end $$;
--rollback select 1;
