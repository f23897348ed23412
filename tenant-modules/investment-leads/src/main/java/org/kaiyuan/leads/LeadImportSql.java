package org.kaiyuan.leads;

import java.util.List;

/**
 * The statements of one import, in their order; {@code staged} and {@code form} are temporary tables.
 *
 * @see "docs/decisions/0026-leads-import-and-twins.md"
 */
final class LeadImportSql {
    /** One import, decision or undo of a zone writes at a time. */
    static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('leads.import', ?))";

    /** Columns of a lead that a row brings, as both tables call them. */
    private static final String OF_LEAD =
            "project_name, name_key, nature, summary, way, fair_id, introducer, leading_industry, sub_industry,"
                    + " industry_code, cluster, currency, exchange_rate, total_investment, fixed_investment,"
                    + " wanted_land_m2, wanted_floor_m2, wanted_by, expected_revenue_yuan, expected_tax_yuan,"
                    + " expected_jobs, chemical, confidential, probability, next_action, next_action_on, owner,"
                    + " owner_name, owner_team, stage, furthest, signed_on, registered_on, followed_at, due_on,"
                    + " due_estimated, due_kind, silent_on, pool_reason";

    static final String STAGE =
            """
            drop table if exists pg_temp.staged;
            drop table if exists pg_temp.form;
            create temporary table staged (
                row_number bigint primary key, new_id uuid, typed_code text collate "C", project_name text,
                name_key text collate "C", nature text, summary text, way text, fair_id uuid, introducer text,
                leading_industry text, sub_industry text, industry_code text, cluster text, currency text,
                exchange_rate numeric, total_investment numeric, fixed_investment numeric, wanted_land_m2 numeric,
                wanted_floor_m2 numeric, wanted_by date, expected_revenue_yuan numeric, expected_tax_yuan numeric,
                expected_jobs int, chemical boolean, confidential boolean, probability int, next_action text,
                next_action_on date, owner text, owner_name text, owner_team text, stage text, furthest int,
                signed_on date, registered_on date, followed_at timestamptz, due_on date, due_estimated boolean,
                due_kind text, silent_on date, pool_reason text, investor text, investors text, contacts text,
                tags text, forms text, reason text, faults text,
                id uuid, likely uuid, other_row bigint, kind text, as_new boolean not null default false)
                on commit drop;
            create temporary table form (row_number bigint, kind text, form text collate "C") on commit drop\
            """;

    static final String COPY =
            "copy staged (row_number, new_id, typed_code, "
                    + OF_LEAD
                    + ", investor, investors, contacts, tags, forms, reason, faults) from stdin";

    /** A row whose code is known is that lead. */
    static final String KNOWN =
            """
            update staged s set id = l.id from leads.lead l
            where s.reason is null and s.typed_code is not null and l.code = s.typed_code\
            """;

    static final String UNFOLD =
            """
            insert into form (row_number, kind, form)
            select distinct s.row_number, split_part(f, ' ', 1), substr(f, strpos(f, ' ') + 1)
            from staged s, unnest(string_to_array(s.forms, chr(1))) f
            where s.reason is null and s.id is null\
            """;

    /**
     * The lead that has most in common with the row, the newest of several; it is told by the surest of what both
     * have. Of each form the twenty newest leads are looked at.
     */
    static final String LIKELY =
            """
            with candidate as (
                select distinct f.row_number, found.lead_id
                from form f
                cross join lateral (
                    select k.lead_id from leads.likeness k
                    where k.kind = f.kind and k.form = f.form order by k.lead_id desc limit 20) found
            ), weighed as (
                select c.row_number, c.lead_id, k.kind, w.weight
                from candidate c
                join form f on f.row_number = c.row_number
                join leads.likeness k on k.kind = f.kind and k.form = f.form and k.lead_id = c.lead_id
                join (values ('CODE', 8), ('INVESTOR', 4), ('PROJECT', 3), ('PHONE', 2)) as w (kind, weight)
                    on w.kind = k.kind
                group by c.row_number, c.lead_id, k.kind, w.weight
            ), alike as (
                select distinct on (row_number) row_number, lead_id, kinds
                from (select row_number, lead_id, sum(weight) as weight, array_agg(kind) as kinds
                      from weighed group by row_number, lead_id) t
                order by row_number, weight desc, lead_id desc
            )
            update staged s
            set likely = a.lead_id,
                kind = (select k from unnest(array['CODE','INVESTOR','PHONE','PROJECT']) with ordinality as u (k, n)
                        where k = any (a.kinds) order by n limit 1)
            from alike a
            where a.row_number = s.row_number\
            """;

    /** A row that has something in common with an earlier one of the file. */
    static final String SAME_IN_FILE =
            """
            update staged s set other_row = t.first, kind = t.kind
            from (select distinct on (row_number) row_number, kind, first
                  from (select row_number, kind, min(row_number) over (partition by kind, form) as first from form) f
                  where first < row_number
                  order by row_number, array_position(array['CODE','INVESTOR','PHONE','PROJECT'], kind)) t
            where t.row_number = s.row_number and s.likely is null\
            """;

    /** The import's id is the parameter. */
    static final String DECISIONS =
            """
            update staged s
            set as_new = l.decision = 'TAKE_AS_NEW',
                reason = case when l.decision = 'KEEP_OUT' then 'leads.import.keptOut' end
            from leads.import_likely l
            where l.import_id = ? and l.row_number = s.row_number and l.name_key = s.name_key
              and l.decision is not null and s.reason is null and s.id is null\
            """;

    static final String HELD =
            """
            update staged set reason = 'leads.import.likelyTwin'
            where reason is null and id is null and not as_new and (likely is not null or other_row is not null)\
            """;

    static final String ERRORS_OF_BEFORE = "delete from leads.import_error where import_id = ?";

    static final String ERRORS_OF_ROWS =
            """
            insert into leads.import_error (tenant_id, import_id, row_number, field, value, reason, arguments)
            select ?, ?, s.row_number, f.field, f.value, f.reason,
                   array(select jsonb_array_elements_text(f.arguments))
            from staged s, jsonb_to_recordset(s.faults::jsonb)
                as f (field text, value text, reason text, arguments jsonb)
            where s.faults is not null
            on conflict do nothing\
            """;

    static final String ERRORS_OF_SETS =
            """
            insert into leads.import_error (tenant_id, import_id, row_number, field, value, reason)
            select ?, ?, row_number, 'projectName', left(project_name, 200), reason
            from staged where reason is not null and faults is null\
            """;

    static final String LIKELY_OF_BEFORE =
            """
            delete from leads.import_likely l
            where l.import_id = ? and (l.decision is null or not exists (
                select from staged s where s.row_number = l.row_number and s.name_key = l.name_key))\
            """;

    static final String LIKELY_NOW =
            """
            insert into leads.import_likely
                (tenant_id, import_id, row_number, project_name, investor, name_key, taken, lead_id, other_row, kind)
            select ?, ?, row_number, project_name, investor, name_key,
                   jsonb_strip_nulls(to_jsonb(s)
                       - '{id,likely,other_row,kind,as_new,reason,faults,new_id}'::text[]),
                   likely, other_row, kind
            from staged s where reason = 'leads.import.likelyTwin'
            on conflict (tenant_id, import_id, row_number) do update
            set project_name = excluded.project_name, investor = excluded.investor, name_key = excluded.name_key,
                taken = excluded.taken, lead_id = excluded.lead_id, other_row = excluded.other_row,
                kind = excluded.kind, decision = null\
            """;

    /** Once the other row of the file has become a lead, that is the likely one. */
    static final String LIKELY_BECAME_LEADS =
            """
            update leads.import_likely l set lead_id = s.new_id
            from staged s
            where l.import_id = ? and l.lead_id is null and s.row_number = l.other_row
              and s.reason is null and s.id is null\
            """;

    /** Rows held after the run, as if they had just been read; the rows are the second parameter. */
    static final String STAGE_HELD =
            "insert into staged (row_number, new_id, "
                    + OF_LEAD
                    + ", investor, investors, contacts, tags, forms, as_new) select l.row_number, uuidv7(), r."
                    + OF_LEAD.replace(", ", ", r.")
                    + ", r.investor, r.investors, r.contacts, r.tags, r.forms, true"
                    + """
                     from leads.import_likely l, jsonb_populate_record(null::pg_temp.staged, l.taken) r
                    where l.import_id = ? and l.row_number = any (?)
                      and (l.decision is null or l.decision = 'KEEP_OUT')\
                    """;

    static final String COUNT_NEW =
            "select count(*) from staged where reason is null and id is null";

    static final String COUNT_KNOWN =
            "select count(*) from staged where reason is null and id is not null";

    static final String COUNT_REJECTED = "select count(*) from staged where reason is not null";

    /** Parameters: code before the number, the number of the first, import, moment (four times), actor. */
    static final String INSERT =
            "insert into leads.lead (tenant_id, id, code, "
                    + OF_LEAD
                    + ", owned_since, pooled_at, stage_since, state_since, answered_at, feedback_at, import_id,"
                    + " created_at, created_by, updated_at) select ?, new_id,"
                    + " ? || lpad(n::text, greatest(4, length(n::text)), '0'), "
                    + OF_LEAD
                    + """
                    , case when owner is not null then at end, case when owner is null then at end, at, at,
                      case when followed_at is not null then at end,
                      case when followed_at is not null and stage <> 'CLUE' then at end, ?, at, ?, at
                    from (select s.*, ? + row_number() over (order by s.row_number) - 1 as n, ?::timestamptz as at
                          from staged s where s.reason is null and s.id is null) s\
                    """;

    /** What hangs on the new leads; the zone is the only parameter. */
    static final List<String> PARTS =
            List.of(
                    """
                    insert into leads.investor
                        (tenant_id, id, lead_id, position, name, name_key, credit_code, country, global_500, listed,
                         industry_leader)
                    select ?, i.id, s.new_id, i.position, i.name, i.name_key, i.credit_code, i.country, i.global_500,
                           i.listed, i.industry_leader
                    from staged s, jsonb_to_recordset(s.investors::jsonb) as i (
                        id uuid, position int, name text, name_key text, credit_code text, country text,
                        global_500 boolean, listed boolean, industry_leader boolean)
                    where s.reason is null and s.id is null and s.investors is not null\
                    """,
                    """
                    insert into leads.contact (tenant_id, id, lead_id, name, position, phone, email)
                    select ?, c.id, s.new_id, c.name, c.position, c.phone, c.email
                    from staged s, jsonb_to_recordset(s.contacts::jsonb) as c (
                        id uuid, name text, position text, phone text, email text)
                    where s.reason is null and s.id is null and s.contacts is not null\
                    """,
                    """
                    insert into leads.lead_tag (tenant_id, lead_id, tag)
                    select ?, s.new_id, t from staged s, jsonb_array_elements_text(s.tags::jsonb) t
                    where s.reason is null and s.id is null and s.tags is not null on conflict do nothing\
                    """,
                    """
                    insert into leads.likeness (tenant_id, lead_id, kind, form)
                    select ?, s.new_id, f.kind, f.form from staged s join form f on f.row_number = s.row_number
                    where s.reason is null and s.id is null
                    order by f.kind, f.form\
                    """);

    /** The investors of new leads that are large enough for the province's register; the parameter is how large. */
    static final String LARGE =
            """
            select l.id as lead_id, i.name, i.credit_code, i.country, i.foreign_registration
            from staged s join leads.lead l on l.id = s.new_id join leads.investor i on i.lead_id = l.id
            where s.reason is null and s.id is null and l.investment_yuan >= ?\
            """;

    /** A lead that came in behind a gate has no from_stage, and tells in its reason which file it is from. */
    static final String MOVES =
            """
            insert into leads.stage_move (tenant_id, id, lead_id, to_stage, at, actor, actor_name, reason)
            select ?, uuidv7(), new_id, stage, ?, ?, ?, case when stage <> 'CLUE' then ? end
            from staged where reason is null and id is null\
            """;

    static final String HISTORY =
            """
            insert into audit.change (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, after)
            select ?, uuidv7(), 'leads.lead', new_id, now(), ?, ?, 'imported', 'stage', stage
            from staged where reason is null and id is null\
            """;

    static final String TOUCH =
            """
            insert into leads.batch_touch (tenant_id, batch_id, lead_id)
            select ?, ?, new_id from staged where reason is null and id is null on conflict do nothing\
            """;

    /** Those of an import that somebody has built on since; the import is the parameter. */
    static final String BUILT_ON =
            """
            select l.project_name from leads.lead l
            where l.import_id = ? and (
                l.version <> 0 or l.merged_into is not null
                or exists (select from leads.followup f where f.tenant_id = l.tenant_id and f.lead_id = l.id)
                or exists (select from leads.review f where f.tenant_id = l.tenant_id and f.lead_id = l.id)
                or exists (select from leads.agreement f where f.tenant_id = l.tenant_id and f.lead_id = l.id)
                or exists (select from leads.fund f where f.tenant_id = l.tenant_id and f.lead_id = l.id)
                or exists (select from leads.lead o where o.tenant_id = l.tenant_id and o.merged_into = l.id)
                or exists (select from files.file f
                           where f.tenant_id = l.tenant_id and f.subject_kind = 'leads.lead'
                             and f.subject_id = l.id and f.removed_at is null)
                or exists (select from timeline.comment c
                           where c.tenant_id = l.tenant_id and c.subject_kind = 'leads.lead'
                             and c.subject_id = l.id and c.removed_at is null))
            """;

    static final String LOCK_IMPORTED =
            "select count(*) from (select 1 from leads.lead where import_id = ? order by id for update) locked";

    static final String HISTORY_OF_TAKING_BACK =
            """
            insert into audit.change
                (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before)
            select ?, uuidv7(), 'leads.lead', id, now(), ?, ?, 'importUndone', 'projectName', project_name
            from leads.lead where import_id = ?\
            """;

    static final String TOUCH_UNDONE =
            "insert into leads.batch_touch (tenant_id, batch_id, lead_id)"
                    + " select tenant_id, ?, id from leads.lead where import_id = ?";

    /** Only what is large was reported to the province's register. */
    static final String TAKE_BACK_REPORTS =
            "select leads.report_first(id, '{}', now()) from leads.lead where import_id = ? and investment_yuan >= "
                    + LeadRules.LEAST_FIRST_REPORT;

    static final String TAKE_BACK = "delete from leads.lead where import_id = ?";

    private LeadImportSql() {}
}
