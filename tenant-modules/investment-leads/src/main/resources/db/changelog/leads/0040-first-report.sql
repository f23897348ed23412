--liquibase formatted sql

--changeset leads:0040-first-report
-- The province's register of first reports (首报首谈): who reported a fingerprint when, and nothing of the lead. The application
-- may read and write none of it; the functions below are the only doors. Column zone, not tenant_id: it is a register over zones.
create table leads.first_report (
    zone        bigint not null references tenancy.tenant (id),
    lead_id     uuid not null,
    -- HMAC-SHA-256 under the installation's key, which the database does not have
    fingerprint bytea not null check (length(fingerprint) = 32),
    reported_at timestamptz not null,
    -- when it was compared with the others; null: not yet
    looked_at   timestamptz,
    primary key (fingerprint, zone, lead_id)
);
create index first_report_of_lead on leads.first_report (zone, lead_id);
create index first_report_waiting on leads.first_report (zone, reported_at) where looked_at is null;
create index first_report_looked on leads.first_report (zone, looked_at) where looked_at is not null;

-- Two zones reported the same investor.
create table leads.report_match (
    id         uuid primary key,
    first_on   date not null,
    later_on   date not null,
    found_at   timestamptz not null,
    settled_at timestamptz,
    outcome    text check (outcome in ('WITHDRAW', 'SHARE', 'TRANSFER')),
    check ((settled_at is null) = (outcome is null))
);

-- Who takes part in it, and what they say.
create table leads.match_side (
    match_id  uuid not null references leads.report_match (id),
    zone      bigint not null references tenancy.tenant (id),
    side      text not null check (side in ('FIRST', 'LATER', 'SUPERVISOR')),
    lead_id   uuid,
    stance    text check (stance in ('KEEP', 'WITHDRAW', 'SHARE', 'TRANSFER', 'RECEIVE')),
    share     int check (share between 0 and 100),
    named     boolean not null default false,
    stance_at timestamptz,
    -- what its people were not told yet
    news      text check (news in ('MATCH', 'STANCE')),
    primary key (match_id, zone),
    check ((side = 'SUPERVISOR') = (lead_id is null))
);
create index match_side_of_zone on leads.match_side (zone, match_id);
create index match_side_news on leads.match_side (zone) where news is not null;
--rollback drop table leads.match_side, leads.report_match, leads.first_report;

--changeset leads:0040-first-report-doors splitStatements:false
-- Makes exactly these the fingerprints of a lead of the current zone; one that is there already keeps its time.
create function leads.report_first(of_lead uuid, fingerprints bytea[], at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    me bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
begin
    if me is null then
        raise exception 'no zone reports' using errcode = 'insufficient_privilege';
    end if;
    delete from leads.first_report r
        where r.zone = me and r.lead_id = of_lead and r.fingerprint <> all (fingerprints);
    insert into leads.first_report (zone, lead_id, fingerprint, reported_at)
        select me, of_lead, f, at from unnest(fingerprints) f on conflict do nothing;
end $$;
revoke all on function leads.report_first(uuid, bytea[], timestamptz) from public;
grant execute on function leads.report_first(uuid, bytea[], timestamptz) to kaiyuan_app;

-- Two leads of the current zone have become one: the earlier time counts.
create function leads.reports_follow(into_lead uuid, from_lead uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    me bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
begin
    insert into leads.first_report as r (zone, lead_id, fingerprint, reported_at, looked_at)
        select o.zone, into_lead, o.fingerprint, o.reported_at, o.looked_at from leads.first_report o
        where o.zone = me and o.lead_id = from_lead
        on conflict (fingerprint, zone, lead_id) do update
            set reported_at = least(r.reported_at, excluded.reported_at);
    delete from leads.first_report r where r.zone = me and r.lead_id = from_lead;
    update leads.match_side s set lead_id = into_lead where s.zone = me and s.lead_id = from_lead;
end $$;
revoke all on function leads.reports_follow(uuid, uuid) from public;
grant execute on function leads.reports_follow(uuid, uuid) to kaiyuan_app;

-- The day on which a lead of the current zone was first reported; null: it was not.
create function leads.reported_at(of_lead uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select min(r.reported_at) from leads.first_report r
    where r.zone = nullif(current_setting('app.tenant_id', true), '')::bigint and r.lead_id = of_lead
$$;
revoke all on function leads.reported_at(uuid) from public;
grant execute on function leads.reported_at(uuid) to kaiyuan_app;

-- Compares what was reported before a moment and not compared yet; in nobody's name. Of each zone so many a day, that names cannot
-- be tried by the hundred. Answers how many new matches there are.
create function leads.match_reports(at timestamptz, before timestamptz, most int) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    made bigint;
begin
    if nullif(current_setting('app.tenant_id', true), '') is not null then
        raise exception 'a zone does not match reports' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('leads.match_reports', 0));
    with room as (
        select z.zone, most - (select count(*) from leads.first_report l where l.zone = z.zone
                               and l.looked_at > at - interval '1 day') as left_today
        from (select distinct w.zone from leads.first_report w where w.looked_at is null and w.reported_at < before) z
    ), fresh as (
        select w.* from room cross join lateral (
            select r.* from leads.first_report r
            where r.zone = room.zone and r.looked_at is null and r.reported_at < before
            order by r.reported_at, r.lead_id, r.fingerprint limit greatest(room.left_today, 0)) w
    ), looked as (
        update leads.first_report r set looked_at = at from fresh f
        where r.fingerprint = f.fingerprint and r.zone = f.zone and r.lead_id = f.lead_id
    ), pairs as (
        select a.zone as first_zone, a.lead_id as first_lead, b.zone as later_zone, b.lead_id as later_lead,
               a.reported_at as first_at, b.reported_at as later_at
        from fresh f join leads.first_report o on o.fingerprint = f.fingerprint and o.zone <> f.zone
            and (o.looked_at is not null or exists (select from fresh g where g.fingerprint = o.fingerprint
                                                    and g.zone = o.zone and g.lead_id = o.lead_id))
        join tenancy.tenant t on t.id = f.zone join tenancy.tenant u on u.id = o.zone
        -- of the same province, where it is known
        cross join lateral (select f.zone as zone, f.lead_id as lead_id, f.reported_at as reported_at
                            where (f.reported_at, f.zone) < (o.reported_at, o.zone)
                            union all select o.zone, o.lead_id, o.reported_at
                            where (f.reported_at, f.zone) > (o.reported_at, o.zone)) a
        cross join lateral (select f.zone as zone, f.lead_id as lead_id, f.reported_at as reported_at
                            where (f.reported_at, f.zone) > (o.reported_at, o.zone)
                            union all select o.zone, o.lead_id, o.reported_at
                            where (f.reported_at, f.zone) < (o.reported_at, o.zone)) b
        where t.divisions = '{}' or u.divisions = '{}'
           or exists (select from unnest(t.divisions) x cross join unnest(u.divisions) y where left(x, 2) = left(y, 2))
    ), matches as (
        select md5(least(first_lead, later_lead)::text || greatest(first_lead, later_lead)::text)::uuid as id,
               first_zone, first_lead, later_zone, later_lead, min(first_at) as first_at, min(later_at) as later_at
        from pairs group by 1, 2, 3, 4, 5
    ), opened as (
        insert into leads.report_match (id, first_on, later_on, found_at)
        select distinct on (m.id) m.id, (m.first_at at time zone 'Asia/Shanghai')::date,
               (m.later_at at time zone 'Asia/Shanghai')::date, at
        from matches m order by m.id, m.first_at
        on conflict (id) do nothing returning id
    ), one as (
        select distinct on (m.id) m.* from matches m join opened o on o.id = m.id order by m.id, m.first_at
    ), sides as (
        insert into leads.match_side (match_id, zone, side, lead_id, news)
        select id, first_zone, 'FIRST', first_lead, 'MATCH' from one
        union all select id, later_zone, 'LATER', later_lead, 'MATCH' from one
        union all
        select one.id, s.id, 'SUPERVISOR', null, 'MATCH' from one
        join tenancy.tenant f on f.id = one.first_zone join tenancy.tenant l on l.id = one.later_zone
        join tenancy.tenant s on s.kind = 'SUPERVISOR' and s.state = 'ACTIVE'
            and exists (select from unnest(f.divisions) d cross join unnest(s.divisions) p where starts_with(d, p))
            and exists (select from unnest(l.divisions) d cross join unnest(s.divisions) p where starts_with(d, p))
    )
    select count(*) into made from opened;
    return made;
end $$;
revoke all on function leads.match_reports(timestamptz, timestamptz, int) from public;
grant execute on function leads.match_reports(timestamptz, timestamptz, int) to kaiyuan_app;

-- The zones that were not told something yet; in nobody's name, and without what it is.
create function leads.zones_to_tell(most int) returns setof bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if nullif(current_setting('app.tenant_id', true), '') is not null then
        raise exception 'a zone does not ask for others' using errcode = 'insufficient_privilege';
    end if;
    return query select distinct s.zone from leads.match_side s where s.news is not null limit most;
end $$;
revoke all on function leads.zones_to_tell(int) from public;
grant execute on function leads.zones_to_tell(int) to kaiyuan_app;

-- What the current zone was not told yet; asking takes it out.
create function leads.match_news(most int) returns table (news text, first_on date, later_on date)
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with mine as (
        select s.match_id, s.zone, s.news from leads.match_side s
        where s.zone = nullif(current_setting('app.tenant_id', true), '')::bigint and s.news is not null
        order by s.match_id limit most for update
    ), told as (
        update leads.match_side s set news = null from mine where s.match_id = mine.match_id and s.zone = mine.zone
    )
    select mine.news, m.first_on, m.later_on from mine join leads.report_match m on m.id = mine.match_id order by m.later_on
$$;
revoke all on function leads.match_news(int) from public;
grant execute on function leads.match_news(int) to kaiyuan_app;

-- The coordination records in which the current zone takes part, the newest first. The others' leads are in none of them, and
-- their names only once both have said that they may be named.
create function leads.coordinations(after_found timestamptz, after_id uuid, most int, only_id uuid) returns table (
    id uuid, side text, lead_id uuid, first_on date, later_on date, found_at timestamptz, settled_at timestamptz, outcome text,
    first_stance text, first_share int, first_named boolean, later_stance text, later_share int, later_named boolean,
    first_name text, later_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.id, me.side, me.lead_id, m.first_on, m.later_on, m.found_at, m.settled_at, m.outcome,
           f.stance, f.share, coalesce(f.named, false), l.stance, l.share, coalesce(l.named, false),
           case when f.named and l.named then (select t.name from tenancy.tenant t where t.id = f.zone) end,
           case when f.named and l.named then (select t.name from tenancy.tenant t where t.id = l.zone) end
    from leads.match_side me join leads.report_match m on m.id = me.match_id
    left join leads.match_side f on f.match_id = m.id and f.side = 'FIRST'
    left join leads.match_side l on l.match_id = m.id and l.side = 'LATER'
    where me.zone = nullif(current_setting('app.tenant_id', true), '')::bigint
      and (only_id is null or m.id = only_id)
      and (after_id is null or (m.found_at, m.id) < (after_found, after_id))
    order by m.found_at desc, m.id desc limit most
$$;
revoke all on function leads.coordinations(timestamptz, uuid, int, uuid) from public;
grant execute on function leads.coordinations(timestamptz, uuid, int, uuid) to kaiyuan_app;

-- What the current zone says to one of them. Answers UNKNOWN, SETTLED (nothing changes then), OPEN or the outcome.
create function leads.take_stance(of_match uuid, said text, wanted int, may_be_named boolean, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    me bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
    mine leads.match_side;
    other leads.match_side;
    settled timestamptz;
    came_to text;
begin
    -- the record first: two zones that speak at once wait for each other
    select m.settled_at into settled from leads.report_match m
        where m.id = of_match and exists (select from leads.match_side s where s.match_id = of_match and s.zone = me
                                          and s.side <> 'SUPERVISOR')
        for update;
    if not found then
        return 'UNKNOWN';
    end if;
    if settled is not null then
        return 'SETTLED';
    end if;
    update leads.match_side s set stance = said, share = wanted, named = may_be_named, stance_at = at
        where s.match_id = of_match and s.zone = me returning * into mine;
    select * into other from leads.match_side s
        where s.match_id = of_match and s.zone <> me and s.side <> 'SUPERVISOR';
    came_to := case
        when said = 'WITHDRAW' then 'WITHDRAW'
        when said = 'SHARE' and other.stance = 'SHARE' and wanted + other.share = 100 then 'SHARE'
        when said = 'TRANSFER' and other.stance = 'RECEIVE' and wanted + other.share = 100 then 'TRANSFER'
        when said = 'RECEIVE' and other.stance = 'TRANSFER' and wanted + other.share = 100 then 'TRANSFER'
    end;
    if came_to is not null then
        update leads.report_match m set settled_at = at, outcome = came_to where m.id = of_match;
    end if;
    update leads.match_side s set news = coalesce(s.news, 'STANCE') where s.match_id = of_match and s.zone <> me;
    return coalesce(came_to, 'OPEN');
end $$;
revoke all on function leads.take_stance(uuid, text, int, boolean, timestamptz) from public;
grant execute on function leads.take_stance(uuid, text, int, boolean, timestamptz) to kaiyuan_app;
--rollback drop function leads.take_stance(uuid, text, int, boolean, timestamptz); drop function leads.coordinations(timestamptz, uuid, int, uuid); drop function leads.match_news(int); drop function leads.zones_to_tell(int); drop function leads.match_reports(timestamptz, timestamptz, int); drop function leads.reported_at(uuid); drop function leads.reports_follow(uuid, uuid); drop function leads.report_first(uuid, bytea[], timestamptz);
