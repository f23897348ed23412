package org.kaiyuan.enterprises;

import java.util.List;

/** The statements of one import, in their order; {@code s} is the temporary table. */
final class ImportSql {
    static final String STAGE =
            """
            drop table if exists pg_temp.staged;
            drop table if exists pg_temp.difference;
            create temporary table staged (
                row_number bigint primary key, name text, name_key text collate "C", code text collate "C",
                kind text, capital numeric, currency text, founded date, scope text, city text, address text,
                field text, value text, reason text, id uuid) on commit drop;
            create temporary table difference (
                id uuid, field text, before text, after text) on commit drop\
            """;

    static final String COPY =
            "copy staged (row_number, name, name_key, code, kind, capital, currency, founded, scope, city,"
                    + " address, field, value, reason) from stdin";

    static final List<String> RULES =
            List.of(
                    """
                    update staged s set field = 'creditCode', value = s.code, reason = 'enterprises.import.codeTwice'
                    from (select row_number, row_number() over (partition by code order by row_number) as n
                          from staged where reason is null and code is not null) d
                    where d.row_number = s.row_number and d.n > 1\
                    """,
                    """
                    update staged s set field = 'name', value = s.name, reason = 'enterprises.import.nameTwice'
                    from (select row_number, row_number() over (partition by name_key order by row_number) as n
                          from staged where reason is null and code is null) d
                    where d.row_number = s.row_number and d.n > 1\
                    """,
                    """
                    update staged s set id = e.id from enterprises.enterprise e
                    where s.reason is null and s.code is not null and e.credit_code = s.code\
                    """,
                    """
                    update staged s set field = 'name', value = s.name, reason = 'enterprises.import.likelyDuplicate'
                    where s.reason is null and s.id is null
                      and exists (select from enterprises.enterprise e
                                  where e.name_key = s.name_key and e.merged_into is null)\
                    """);

    static final String ERRORS =
            "insert into enterprises.import_error (tenant_id, import_id, row_number, field, value, reason)"
                    + " select ?, ?, row_number, field, left(value, 300), reason from staged where reason is not null";

    /** What would change: nothing for SKIP, only what is missing for FILL_GAPS. */
    static final String DIFFERENCES =
            """
            insert into difference
            select e.id, d.field, d.before, d.after
            from staged s
            join enterprises.enterprise e on e.id = s.id
            join enterprises.import_job j on j.id = ? and j.existing <> 'SKIP'
            cross join lateral (values
                ('name', e.name, s.name),
                ('kind', e.kind, s.kind),
                ('registeredCapital', e.registered_capital::text, s.capital::numeric(18, 2)::text),
                ('capitalCurrency', e.capital_currency, case when s.capital is not null then s.currency end),
                ('foundedOn', e.founded_on::text, s.founded::text),
                ('businessScope', e.business_scope, s.scope),
                ('city', e.city, s.city),
                ('address', e.address, s.address)) d (field, before, after)
            where s.reason is null and d.after is not null and d.after is distinct from d.before
              and (j.existing = 'OVERWRITE' or d.before is null)\
            """;

    static final String HISTORY_OF_CHANGES =
            """
            insert into audit.change
                (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
            select ?, uuidv7(), 'enterprises.enterprise', d.id, now(), j.actor, j.actor_name, 'imported',
                   d.field, d.before, d.after
            from difference d join enterprises.import_job j on j.id = ?\
            """;

    static final String UPDATE =
            """
            update enterprises.enterprise e
            set name = coalesce(d.v ->> 'name', e.name),
                name_key = case when d.v ? 'name' then s.name_key else e.name_key end,
                kind = coalesce(d.v ->> 'kind', e.kind),
                registered_capital = coalesce((d.v ->> 'registeredCapital')::numeric, e.registered_capital),
                capital_currency = coalesce(d.v ->> 'capitalCurrency', e.capital_currency),
                founded_on = coalesce((d.v ->> 'foundedOn')::date, e.founded_on),
                business_scope = coalesce(d.v ->> 'businessScope', e.business_scope),
                city = coalesce(d.v ->> 'city', e.city),
                address = coalesce(d.v ->> 'address', e.address),
                version = e.version + 1, updated_at = now(), import_id = ?
            from (select id, jsonb_object_agg(field, after) as v from difference group by id) d
            join staged s on s.id = d.id
            where e.id = d.id\
            """
                    .replace("d.v ? 'name'", "d.v ->> 'name' is not null");

    static final String TOUCH_CHANGED =
            "insert into enterprises.batch_touch (tenant_id, batch_id, enterprise_id)"
                    + " select distinct ?::bigint, ?::uuid, id from difference";

    static final String INSERT =
            """
            insert into enterprises.enterprise
                (tenant_id, id, name, name_key, credit_code, kind, status, registered_capital, capital_currency,
                 founded_on, business_scope, city, address, import_id)
            select ?, uuidv7(), name, name_key, code, kind, 'ACTIVE', capital, currency, founded, scope, city,
                   address, ?
            from staged where reason is null and id is null\
            """;

    static final String HISTORY_OF_NEW =
            """
            insert into audit.change
                (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act)
            select ?, uuidv7(), 'enterprises.enterprise', e.id, now(), j.actor, j.actor_name, 'imported'
            from enterprises.import_job j join enterprises.enterprise e on e.import_id = j.id and e.version = 0
            where j.id = ?\
            """;

    static final String TOUCH_NEW =
            "insert into enterprises.batch_touch (tenant_id, batch_id, enterprise_id)"
                    + " select ?::bigint, import_id, id from enterprises.enterprise where import_id = ? and version = 0";

    private ImportSql() {}
}
