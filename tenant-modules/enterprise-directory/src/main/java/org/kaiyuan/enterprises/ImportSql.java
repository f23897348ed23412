package org.kaiyuan.enterprises;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of one import, in their order; {@code staged} and {@code difference} are temporary tables.
 *
 * @see "docs/decisions/0011-import.md"
 */
final class ImportSql {
    /**
     * A field that a row may fill.
     *
     * @param gap when FILL_GAPS may write it
     * @param after what the row would make of it
     */
    record Fillable(String field, String column, String type, String gap, String after) {
        static Fillable text(String field, String column) {
            return of(field, column, "text");
        }

        static Fillable of(String field, String column, String type) {
            return new Fillable(
                    field, column, type, "e." + column + " is null", "s." + column + "::text");
        }
    }

    static final List<Fillable> FIELDS =
            List.of(
                    Fillable.text("name", "name"),
                    new Fillable(
                            "creditCode",
                            "credit_code",
                            "text",
                            "true",
                            "case when e.credit_code is null then s.credit_code end"),
                    Fillable.text("shortName", "short_name"),
                    Fillable.text("kind", "kind"),
                    Fillable.text("status", "status"),
                    new Fillable(
                            "registeredCapital",
                            "registered_capital",
                            "numeric",
                            "e.registered_capital is null",
                            "s.registered_capital::numeric(18, 2)::text"),
                    new Fillable(
                            "capitalCurrency",
                            "capital_currency",
                            "text",
                            "e.registered_capital is null",
                            "case when s.registered_capital is not null then s.capital_currency end"),
                    Fillable.of("foundedOn", "founded_on", "date"),
                    Fillable.of("settledOn", "settled_on", "date"),
                    Fillable.text("industryCode", "industry_code"),
                    Fillable.text("leadingIndustry", "leading_industry"),
                    Fillable.text("subIndustry", "sub_industry"),
                    new Fillable(
                            "chainPosition",
                            "chain_position",
                            "text",
                            "e.chain_position = 'NONE'",
                            "s.chain_position"),
                    Fillable.text("city", "city"),
                    Fillable.text("address", "address"),
                    Fillable.text("zoneLocation", "zone_location"),
                    Fillable.text("businessScope", "business_scope"),
                    Fillable.text("products", "products"),
                    Fillable.text("website", "website"),
                    flag("aboveScale", "above_scale"),
                    flag("fourAbove", "four_above"));

    /** Nobody has said no: a flag that is not set is a gap. */
    private static Fillable flag(String field, String column) {
        return new Fillable(field, column, "boolean", "not e." + column, "s." + column + "::text");
    }

    /** Of a row, as COPY brings it and as it is kept while it waits for a decision. */
    private static final String READ =
            "name, name_key, credit_code, status, registered_capital, capital_currency, founded_on, short_name,"
                    + " kind, industry_code, leading_industry, sub_industry, city, address, zone_location,"
                    + " business_scope, products, website, settled_on, chain_position, above_scale, four_above,"
                    + " contact, qualifications, figures, tags";

    /** One import or undo of a zone writes at a time. */
    static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('enterprises.import', ?))";

    static final String STAGE =
            """
            drop table if exists pg_temp.staged;
            drop table if exists pg_temp.difference;
            create temporary table staged (
                row_number bigint primary key, new_id uuid, name text, name_key text collate "C",
                credit_code text collate "C", status text, registered_capital numeric, capital_currency text,
                founded_on date, short_name text, kind text, industry_code text, leading_industry text,
                sub_industry text, city text, address text, zone_location text, business_scope text, products text,
                website text, settled_on date, chain_position text, above_scale boolean, four_above boolean,
                contact text, qualifications text, figures text, tags text,
                field text, value text, reason text, faults text,
                id uuid, likely uuid, other_row bigint, as_new boolean not null default false) on commit drop;
            create temporary table difference (
                id uuid, field text, before text, after text) on commit drop\
            """;

    static final String COPY =
            "copy staged (row_number, new_id, "
                    + READ
                    + ", field, value, reason, faults) from stdin";

    static final String CODE_TWICE =
            """
            update staged s set field = 'creditCode', value = s.credit_code, reason = 'enterprises.import.codeTwice'
            from (select row_number, row_number() over (partition by credit_code order by row_number) as n
                  from staged
                  where reason is null and credit_code in (
                      select credit_code from staged where reason is null and credit_code is not null
                      group by credit_code having count(*) > 1)) d
            where d.row_number = s.row_number and d.n > 1\
            """;

    static final String KNOWN_BY_CODE =
            """
            update staged s set id = e.id from enterprises.enterprise e
            where s.reason is null and s.credit_code is not null and e.credit_code = s.credit_code\
            """;

    private static final String LIKELY =
            """
            update staged s set likely = found.id
            from staged o
            cross join lateral (
                select e.id from enterprises.enterprise e
                where e.name_key = o.name_key and e.merged_into is null
                order by (e.credit_code is null) desc, e.id limit 1) found
            where o.row_number = s.row_number and o.reason is null and o.id is null\
            """;

    /** A row without a code that says nothing new of its namesake is that one, and changes nothing. */
    private static final String SAYS_NOTHING_NEW =
            """
            update staged s set id = e.id from enterprises.enterprise e
            where e.id = s.likely and s.reason is null and s.id is null and s.credit_code is null
            """
                    + ImportPartsSql.SAY_NOTHING_NEW
                    + FIELDS.stream()
                            .filter(f ->
                                    !f.column.equals("name") && !f.column.equals("credit_code"))
                            .map(f ->
                                    " and (s.%1$s is null or s.%1$s is not distinct from e.%1$s)"
                                            .formatted(f.column))
                            .collect(Collectors.joining());

    private static final String DECIDED =
            """
            update staged s
            set id = case when l.decision = 'SAME_RECORD' then e.id else s.id end,
                as_new = l.decision = 'TAKE_AS_NEW',
                field = case when l.decision = 'KEEP_OUT' then 'name' end,
                value = case when l.decision = 'KEEP_OUT' then s.name end,
                reason = case when l.decision = 'KEEP_OUT' then 'enterprises.import.keptOut' end
            from enterprises.import_likely l
            left join enterprises.enterprise e on e.id = l.enterprise_id and e.merged_into is null
            where l.import_id = ? and l.row_number = s.row_number and l.name_key = s.name_key
              and l.decision is not null and s.reason is null and s.id is null\
            """;

    static final String SAME_RECORD_TWICE =
            """
            update staged s set field = 'name', value = s.name, reason = 'enterprises.import.sameRecordTwice', id = null
            from (select row_number, row_number() over (
                      partition by id order by (likely is not null), row_number) as n
                  from staged
                  where reason is null and id in (
                      select id from staged where reason is null and id is not null
                      group by id having count(*) > 1)) d
            where d.row_number = s.row_number and d.n > 1 and s.reason is null\
            """;

    /** A row whose name stands in another row of the file too; the first with a code is not asked about. */
    private static final String SAME_NAME_IN_FILE =
            """
            update staged s set other_row = d.other
            from (select row_number, first_value(row_number) over (
                      partition by name_key order by (id is null), (credit_code is null), row_number) as other
                  from staged
                  where reason is null and name_key in (
                      select name_key from staged where reason is null
                      group by name_key having count(*) > 1)) d
            where d.row_number = s.row_number and d.other <> s.row_number
              and s.id is null and s.likely is null and not s.as_new\
            """;

    private static final String HELD =
            """
            update staged s set field = 'name', value = s.name, reason = 'enterprises.import.likelyDuplicate'
            where s.reason is null and s.id is null and not s.as_new
              and (s.likely is not null or s.other_row is not null)\
            """;

    /** What keeps rows out or tells which record they are, after {@link #CODE_TWICE}. */
    static final List<String> RULES = List.of(KNOWN_BY_CODE, LIKELY, SAYS_NOTHING_NEW);

    /** The import's id is the only parameter. */
    static final String DECISIONS = DECIDED;

    static final List<String> RULES_OF_NAMES = List.of(SAME_RECORD_TWICE, SAME_NAME_IN_FILE, HELD);

    static final String ERRORS_OF_BEFORE =
            "delete from enterprises.import_error where import_id = ?";

    static final String ERRORS =
            """
            insert into enterprises.import_error (tenant_id, import_id, row_number, field, value, reason)
            select ?, ?, row_number, field, left(value, 300), reason from staged
            where reason is not null and faults is null\
            """;

    static final String ERRORS_OF_MANY_FAULTS =
            """
            insert into enterprises.import_error (tenant_id, import_id, row_number, field, value, reason)
            select ?, ?, s.row_number, f.field, f.value, f.reason
            from staged s, jsonb_to_recordset(s.faults::jsonb) as f (field text, value text, reason text)
            where s.reason is not null and s.faults is not null
            on conflict do nothing\
            """;

    static final String LIKELY_OF_BEFORE =
            """
            delete from enterprises.import_likely l
            where l.import_id = ? and (l.decision is null or not exists (
                select from staged s where s.row_number = l.row_number and s.name_key = l.name_key))\
            """;

    static final String LIKELY_NOW =
            """
            insert into enterprises.import_likely
                (tenant_id, import_id, row_number, name, name_key, credit_code, taken, enterprise_id, other_row)
            select ?, ?, row_number, name, name_key, credit_code,
                   jsonb_strip_nulls(to_jsonb(s)
                       - '{id,likely,other_row,as_new,field,value,reason,faults,new_id}'::text[]),
                   likely, other_row
            from staged s where reason = 'enterprises.import.likelyDuplicate'
            on conflict (tenant_id, import_id, row_number) do update
            set name = excluded.name, name_key = excluded.name_key, credit_code = excluded.credit_code,
                taken = excluded.taken, enterprise_id = excluded.enterprise_id, other_row = excluded.other_row,
                decision = null\
            """;

    /** Once the other row of the file has become an enterprise, that is the likely one. */
    static final String LIKELY_BECAME_RECORDS =
            """
            update enterprises.import_likely l set enterprise_id = coalesce(s.id, s.new_id)
            from staged s
            where l.import_id = ? and l.enterprise_id is null and s.row_number = l.other_row and s.reason is null\
            """;

    /** Rows held after the run, as if they had just been read; the rows are the second parameter. */
    static final String STAGE_HELD =
            "insert into staged (row_number, new_id, "
                    + READ
                    + ", likely) select l.row_number, uuidv7(), r."
                    + READ.replace(", ", ", r.")
                    + """
                    , l.enterprise_id
                    from enterprises.import_likely l, jsonb_populate_record(null::pg_temp.staged, l.taken) r
                    where l.import_id = ? and l.row_number = any (?)
                      and (l.decision is null or l.decision = 'KEEP_OUT')\
                    """;

    static final String LOCK_MATCHED =
            "select count(*) from (select 1 from enterprises.enterprise e join staged s on s.id = e.id"
                    + " where s.reason is null order by e.id for no key update of e) locked";

    /** What would change; the choice is the parameter, twice. Nothing for SKIP, only gaps for FILL_GAPS. */
    static final String DIFFERENCES =
            """
            insert into difference
            select e.id, d.field, d.before, d.after
            from staged s
            join enterprises.enterprise e on e.id = s.id
            cross join lateral (values
            """
                    + FIELDS.stream()
                            .map(f ->
                                    "('%s', e.%s::text, %s, %s)"
                                            .formatted(f.field, f.column, f.after, f.gap))
                            .collect(Collectors.joining(",\n"))
                    + """
                    ) d (field, before, after, gap)
                    where s.reason is null and d.after is not null and d.after is distinct from d.before
                      and (? = 'OVERWRITE' or (? = 'FILL_GAPS' and d.gap))\
                    """;

    static final String HISTORY_OF_CHANGES =
            """
            insert into audit.change
                (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
            select ?, uuidv7(), 'enterprises.enterprise', d.id, now(), ?, ?, ?, d.field, d.before, d.after
            from difference d\
            """;

    /** Of a record that this import itself brought there is nothing to put back. */
    static final String BEFORE =
            """
            insert into enterprises.import_before
                (tenant_id, import_id, enterprise_id, before, former_name_added, prior_import, prior_untouched)
            select ?, ?, e.id,
                   d.v || case when jsonb_exists(d.v, 'name') then jsonb_build_object('nameKey', e.name_key)
                               else '{}' end,
                   jsonb_exists(d.v, 'name') and not exists (
                       select from enterprises.former_name f where f.enterprise_id = e.id and f.name = e.name),
                   e.import_id, coalesce(e.import_version = e.version, false)
            from (select id, jsonb_object_agg(field, before) as v from difference group by id) d
            join enterprises.enterprise e on e.id = d.id
            where not exists (select from enterprises.batch_touch t where t.batch_id = ? and t.enterprise_id = e.id)
               or exists (select from enterprises.import_before b where b.import_id = ? and b.enterprise_id = e.id)
            on conflict (tenant_id, import_id, enterprise_id) do update
            set before = excluded.before || import_before.before\
            """;

    static final List<String> FORMER_NAMES =
            List.of(
                    """
                    insert into enterprises.former_name (tenant_id, enterprise_id, name, name_key, until)
                    select e.tenant_id, e.id, e.name, e.name_key, (now() at time zone 'Asia/Shanghai')::date
                    from difference d join enterprises.enterprise e on e.id = d.id where d.field = 'name'
                    on conflict do nothing\
                    """,
                    """
                    delete from enterprises.former_name f using difference d
                    where d.field = 'name' and f.enterprise_id = d.id and f.name = d.after\
                    """);

    static final String UPDATE =
            "update enterprises.enterprise e set "
                    + FIELDS.stream()
                            .map(f ->
                                    "%2$s = case when jsonb_exists(d.v, '%1$s') then (d.v ->> '%1$s')::%3$s else e.%2$s end"
                                            .formatted(f.field, f.column, f.type))
                            .collect(Collectors.joining(", "))
                    + """
                    , name_key = case when jsonb_exists(d.v, 'name') then s.name_key else e.name_key end,
                    version = e.version + 1, import_version = e.version + 1, updated_at = now(), import_id = ?
                    from (select id, jsonb_object_agg(field, after) as v from difference group by id) d
                    join staged s on s.id = d.id and s.reason is null
                    where e.id = d.id\
                    """;

    static final String COUNT_CHANGED = "select count(distinct id) from difference";

    static final String COUNT_NEW =
            "select count(*) from staged where reason is null and id is null";

    static final String TOUCH =
            """
            insert into enterprises.batch_touch (tenant_id, batch_id, enterprise_id)
            select ?::bigint, ?::uuid, id from (
                select new_id as id from staged where reason is null and id is null
                union all select distinct id from difference) t
            on conflict do nothing\
            """;

    static final String INSERT =
            """
            insert into enterprises.enterprise
                (tenant_id, id, name, name_key, credit_code, short_name, kind, status, registered_capital,
                 capital_currency, founded_on, settled_on, industry_code, leading_industry, sub_industry,
                 chain_position, city, address, zone_location, business_scope, products, website, above_scale,
                 four_above, import_id, import_version)
            select ?, new_id, name, name_key, credit_code, short_name, kind, coalesce(status, 'ACTIVE'),
                   registered_capital, coalesce(capital_currency, 'CNY'), founded_on, settled_on, industry_code,
                   leading_industry, sub_industry, coalesce(chain_position, 'NONE'), city, address, zone_location,
                   business_scope, products, website, coalesce(above_scale, false), coalesce(four_above, false), ?, 0
            from staged where reason is null and id is null\
            """;

    static final String HISTORY_OF_NEW =
            """
            insert into audit.change (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act)
            select ?, uuidv7(), 'enterprises.enterprise', new_id, now(), ?, ?, 'imported'
            from staged where reason is null and id is null\
            """;

    private ImportSql() {}
}
