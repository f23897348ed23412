--liquibase formatted sql

--changeset leads:0041-report-new splitStatements:false
-- Reports leads of the current zone that were never reported before: one fingerprint for each of the ids, which may repeat.
create function leads.report_new(of_leads uuid[], fingerprints bytea[], at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    me bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
begin
    if me is null then
        raise exception 'no zone reports' using errcode = 'insufficient_privilege';
    end if;
    insert into leads.first_report (zone, lead_id, fingerprint, reported_at)
        select me, p.l, p.f, at from unnest(of_leads, fingerprints) as p (l, f) on conflict do nothing;
end $$;
revoke all on function leads.report_new(uuid[], bytea[], timestamptz) from public;
grant execute on function leads.report_new(uuid[], bytea[], timestamptz) to kaiyuan_app;
--rollback drop function leads.report_new(uuid[], bytea[], timestamptz);
