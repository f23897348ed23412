package org.kaiyuan.enterprises;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The statements for what hangs on an enterprise: contacts, qualifications, yearly figures and tags. They
 * are unfolded from {@code staged} into a temporary table each; {@code part} then holds what would become
 * of each line, and what it was before.
 *
 * @see "docs/decisions/0011-import.md"
 */
final class ImportPartsSql {
    /** The figures of a year: the API's names, and their columns. */
    private static final Map<String, String> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("revenueYuan", "revenue_yuan");
        FIGURES.put("taxYuan", "tax_yuan");
        FIGURES.put("fixedAssetInvestmentYuan", "fixed_asset_investment_yuan");
        FIGURES.put("rdYuan", "rd_yuan");
        FIGURES.put("landAreaM2", "land_area_m2");
        FIGURES.put("energyTce", "energy_tce");
        FIGURES.put("employees", "employees");
        FIGURES.put("exportYuan", "export_yuan");
    }

    /** Who reported figures that came with a file. */
    static final String SOURCE = "导入";

    /** What a contact is called of whom a file names only the number. */
    private static final String NAMELESS = "联系人";

    static String column(String figure) {
        return Objects.requireNonNull(FIGURES.get(figure));
    }

    private static String figures(String pattern, String between) {
        return FIGURES.entrySet().stream()
                .map(f -> pattern.replace("#api", f.getKey()).replace("#", f.getValue()))
                .collect(Collectors.joining(between));
    }

    static final String STAGE =
            """
            drop table if exists pg_temp.staged_contact, pg_temp.staged_qualification, pg_temp.staged_figures,
                pg_temp.staged_tag, pg_temp.part;
            create temporary table staged_contact (
                row_number bigint primary key, name text, position text, phone text, email text) on commit drop;
            create temporary table staged_qualification (
                row_number bigint, kind_code text, number text, valid_until date,
                primary key (row_number, kind_code)) on commit drop;
            create temporary table staged_figures (
                row_number bigint, year int,
            """
                    + figures("# numeric(20, 2)", ", ")
                            .replace("employees numeric(20, 2)", "employees int")
                    + """
                    , primary key (row_number, year)) on commit drop;
                    create temporary table staged_tag (
                        row_number bigint, tag text, primary key (row_number, tag)) on commit drop;
                    create temporary table part (
                        enterprise_id uuid, is_new boolean, kind text, key text, before jsonb, after jsonb)
                        on commit drop\
                    """;

    static final List<String> UNFOLD =
            List.of(
                    """
                    insert into staged_contact
                    select s.row_number, p.name, p.position, p.phone, p.email
                    from staged s, jsonb_populate_record(null::pg_temp.staged_contact, s.contact::jsonb) p
                    where s.contact is not null and s.reason is null\
                    """,
                    """
                    insert into staged_qualification
                    select s.row_number, p.kind_code, p.number, p.valid_until
                    from staged s,
                         jsonb_populate_recordset(null::pg_temp.staged_qualification, s.qualifications::jsonb) p
                    where s.qualifications is not null and s.reason is null\
                    """,
                    "insert into staged_figures select s.row_number, p.year, "
                            + figures("p.#", ", ")
                            + """
                             from staged s, jsonb_populate_recordset(null::pg_temp.staged_figures, s.figures::jsonb) p
                            where s.figures is not null and s.reason is null\
                            """,
                    """
                    insert into staged_tag
                    select s.row_number, p.tag
                    from staged s, jsonb_populate_recordset(null::pg_temp.staged_tag, s.tags::jsonb) p
                    where s.tags is not null and s.reason is null\
                    """,
                    "analyze staged_contact, staged_qualification, staged_figures, staged_tag");

    /** Of a row {@code s} and the record {@code s.likely}: every part of the row stands there already. */
    static final String SAY_NOTHING_NEW =
            """
            and not exists (
                select from staged_contact c where c.row_number = s.row_number and not exists (
                    select from enterprises.contact k
                    where k.enterprise_id = s.likely and (c.name is null or k.name = c.name)
                      and (coalesce(c.position, k.position), coalesce(c.phone, k.phone), coalesce(c.email, k.email))
                          is not distinct from (k.position, k.phone, k.email)))
            and not exists (
                select from staged_qualification q where q.row_number = s.row_number and not exists (
                    select from enterprises.qualification k
                    where k.enterprise_id = s.likely and k.kind_code = q.kind_code
                      and (coalesce(q.number, k.number), coalesce(q.valid_until, k.valid_until))
                          is not distinct from (k.number, k.valid_until)))
            and not exists (
                select from staged_figures f
                left join enterprises.yearly_figures y on y.enterprise_id = s.likely and y.year = f.year
                where f.row_number = s.row_number and (
            """
                    + figures("coalesce(f.#, y.#)", ", ")
                    + ") is distinct from ("
                    + figures("y.#", ", ")
                    + """
                    ))
                    and not exists (
                        select from staged_tag g where g.row_number = s.row_number and not exists (
                            select from enterprises.enterprise_tag t
                            where t.enterprise_id = s.likely and t.tag = g.tag))
                    """;

    private static String chosen(String file, String there) {
        return "case when choice.made = 'OVERWRITE' then coalesce(%1$s, %2$s) else coalesce(%2$s, %1$s) end"
                .formatted(file, there);
    }

    private static final String BEGIN =
            "with choice as (select ?::text as made) insert into part select * from (";

    private static final String UNLESS_SAME =
            ") p where p.before is null or not p.before @> p.after";

    private static final String TAKEN =
            " s.reason is null and (s.id is null or choice.made <> 'SKIP')";

    /** What would become of the lines, of new enterprises too; the choice is the parameter. */
    static final List<String> COMPARE =
            List.of(
                    BEGIN
                            + """
                            select coalesce(s.id, s.new_id), s.id is null, 'CONTACT',
                                   coalesce(k.id, uuidv7())::text, case when k.id is not null then to_jsonb(k) end as before,
                                   jsonb_build_object('name', coalesce(k.name, c.name, '%s'), 'position', %s,
                                       'phone', %s, 'email', %s) as after
                            from choice, staged_contact c join staged s on s.row_number = c.row_number
                            left join lateral (
                                select * from enterprises.contact k
                                where k.enterprise_id = s.id and (c.name is null or k.name = c.name)
                                order by k.id limit 1) k on true
                            where (k.id is not null or s.id is null or choice.made = 'OVERWRITE'
                                   or not exists (select from enterprises.contact o where o.enterprise_id = s.id)) and
                            """
                                    .formatted(
                                            NAMELESS,
                                            chosen("c.position", "k.position"),
                                            chosen("c.phone", "k.phone"),
                                            chosen("c.email", "k.email"))
                            + TAKEN
                            + UNLESS_SAME,
                    // a certificate that ran out before the one that is there began is another one
                    BEGIN
                            + """
                            select coalesce(s.id, s.new_id), s.id is null, 'QUALIFICATION',
                                   coalesce(k.id, uuidv7())::text, case when k.id is not null then to_jsonb(k) end as before,
                                   jsonb_build_object('kind_code', q.kind_code, 'number', %s, 'valid_until', %s) as after
                            from choice, staged_qualification q join staged s on s.row_number = q.row_number
                            left join lateral (
                                select * from enterprises.qualification k
                                where k.enterprise_id = s.id and k.kind_code = q.kind_code
                                  and (q.valid_until is null or k.valid_from is null or q.valid_until >= k.valid_from)
                                order by (k.number = q.number) desc nulls last, k.valid_until desc nulls first, k.id
                                limit 1) k on true
                            where
                            """
                                    .formatted(
                                            chosen("q.number", "k.number"),
                                            chosen("q.valid_until", "k.valid_until"))
                            + TAKEN
                            + UNLESS_SAME,
                    BEGIN
                            + """
                            select coalesce(s.id, s.new_id), s.id is null, 'FIGURES', f.year::text,
                                   case when y.year is not null then to_jsonb(y) end as before,
                                   jsonb_build_object(
                            """
                            + FIGURES.values().stream()
                                    .map(f -> "'" + f + "', " + chosen("f." + f, "y." + f))
                                    .collect(Collectors.joining(", "))
                            + """
                            ) || case when choice.made = 'FILL_GAPS' and y.year is not null
                                      then jsonb_build_object('source', y.source, 'reported_on', y.reported_on)
                                      else '{}' end as after
                            from choice, staged_figures f join staged s on s.row_number = f.row_number
                            left join enterprises.yearly_figures y on y.enterprise_id = s.id and y.year = f.year
                            where
                            """
                            + TAKEN
                            + UNLESS_SAME,
                    """
                    with choice as (select ?::text as made)
                    insert into part
                    select coalesce(s.id, s.new_id), s.id is null, 'TAG', g.tag, null, '{}'
                    from choice, staged_tag g join staged s on s.row_number = g.row_number
                    where not exists (select from enterprises.enterprise_tag t
                                      where t.enterprise_id = s.id and t.tag = g.tag) and\
                    """
                            + TAKEN);

    private static final String TAGS_NOW =
            "select t.tag from enterprises.enterprise_tag t where t.enterprise_id = g.enterprise_id";

    /** As the history tells it, phones masked; of records that are new it tells nothing of their parts. */
    static final List<String> TELL =
            List.of(
                    """
                    insert into difference
                    select p.enterprise_id, 'contacts.' || p.key, %s, %s
                    from part p where p.kind = 'CONTACT' and not p.is_new\
                    """
                            .formatted(
                                    contact("p.before"),
                                    contact("(coalesce(p.before, '{}') || p.after)")),
                    """
                    insert into difference
                    select p.enterprise_id, 'qualifications.' || p.key, %s, %s
                    from part p where p.kind = 'QUALIFICATION' and not p.is_new\
                    """
                            .formatted(
                                    qualification("p.before"),
                                    qualification("(coalesce(p.before, '{}') || p.after)")),
                    "insert into difference select p.enterprise_id, 'figures.' || p.key || '.' || f.field,"
                            + " trim_scale(f.before::numeric)::text, trim_scale(f.after::numeric)::text"
                            + " from part p cross join lateral (values "
                            + figures("('#api', p.before ->> '#', p.after ->> '#')", ", ")
                            + """
                            ) f (field, before, after)
                            where p.kind = 'FIGURES' and not p.is_new and f.before::numeric is distinct from f.after::numeric\
                            """,
                    """
                    insert into difference
                    select g.enterprise_id, 'tags',
                           (select string_agg(tag, '、' order by tag collate "C") from (%1$s) t),
                           (select string_agg(tag, '、' order by tag collate "C") from (
                                (%1$s union select unnest(g.added)) except select unnest(g.gone)) t)
                    from (select enterprise_id, array_agg(key) filter (where after is not null) as added,
                                 array_agg(key) filter (where after is null) as gone
                          from part where kind = 'TAG' and not is_new group by enterprise_id) g\
                    """
                            .formatted(TAGS_NOW));

    private static String contact(String row) {
        return """
        nullif(concat_ws(' · ', %1$s ->> 'name', %1$s ->> 'position',
            case when length(%1$s ->> 'phone') < 8 then repeat('*', length(%1$s ->> 'phone'))
                 else left(%1$s ->> 'phone', 3) || '****' || right(%1$s ->> 'phone', 4) end,
            case when position('@' in %1$s ->> 'email') < 2 then left('***', length(%1$s ->> 'email') * 3)
                 else left(%1$s ->> 'email', 1) || '***'
                      || substr(%1$s ->> 'email', position('@' in %1$s ->> 'email')) end), '')\
        """
                .formatted(row);
    }

    private static String qualification(String row) {
        return """
        nullif(concat_ws(' · ', %1$s ->> 'kind_code', %1$s ->> 'number', %1$s ->> 'valid_from',
            %1$s ->> 'valid_until'), '')\
        """
                .formatted(row);
    }

    /** Of a record that this import itself brought there is nothing to put back. */
    static final String BEFORE =
            """
            insert into enterprises.import_part_before (tenant_id, import_id, enterprise_id, kind, key, before)
            select ?, ?, p.enterprise_id, p.kind, p.key, p.before from part p
            where not p.is_new and exists (
                select from enterprises.import_before b where b.import_id = ? and b.enterprise_id = p.enterprise_id)
            on conflict do nothing\
            """;

    /** What an undo has to put back; the import is the parameter. */
    static final String STAGE_UNDO =
            """
            insert into part
            select b.enterprise_id, false, b.kind, b.key, coalesce(
                (select to_jsonb(k) from enterprises.contact k
                 where k.id = case when b.kind = 'CONTACT' then b.key::uuid end),
                (select to_jsonb(k) from enterprises.qualification k
                 where k.id = case when b.kind = 'QUALIFICATION' then b.key::uuid end),
                (select to_jsonb(y) from enterprises.yearly_figures y
                 where y.enterprise_id = b.enterprise_id
                   and y.year = case when b.kind = 'FIGURES' then b.key::int end)), b.before
            from enterprises.import_part_before b where b.import_id = ?\
            """;

    static final List<String> REMOVE =
            List.of(
                    """
                    delete from enterprises.contact k using part p
                    where p.after is null and k.id = case when p.kind = 'CONTACT' then p.key::uuid end\
                    """,
                    """
                    delete from enterprises.qualification k using part p
                    where p.after is null and k.id = case when p.kind = 'QUALIFICATION' then p.key::uuid end\
                    """,
                    """
                    delete from enterprises.yearly_figures y using part p
                    where p.after is null and y.enterprise_id = p.enterprise_id
                      and y.year = case when p.kind = 'FIGURES' then p.key::int end\
                    """,
                    """
                    delete from enterprises.enterprise_tag t using part p
                    where p.after is null and p.kind = 'TAG' and t.enterprise_id = p.enterprise_id and t.tag = p.key\
                    """);

    /** Of an import and of an undo; each has the tenant as its only parameter. */
    static final List<String> WRITE =
            List.of(
                    """
                    insert into enterprises.contact (tenant_id, id, enterprise_id, name, position, phone, email)
                    select ?, p.key::uuid, p.enterprise_id, a.name, a.position, a.phone, a.email
                    from part p, jsonb_populate_record(null::enterprises.contact, p.after) a
                    where p.kind = 'CONTACT' and p.after is not null
                    on conflict (tenant_id, id) do update
                    set name = excluded.name, position = excluded.position, phone = excluded.phone, email = excluded.email\
                    """,
                    """
                    insert into enterprises.qualification
                        (tenant_id, id, enterprise_id, kind_code, number, valid_from, valid_until)
                    select ?, p.key::uuid, p.enterprise_id, a.kind_code, a.number, a.valid_from, a.valid_until
                    from part p, jsonb_populate_record(
                        null::enterprises.qualification, coalesce(p.before, '{}') || p.after) a
                    where p.kind = 'QUALIFICATION' and p.after is not null
                    on conflict (tenant_id, id) do update
                    set number = excluded.number, valid_from = excluded.valid_from, valid_until = excluded.valid_until\
                    """,
                    "insert into enterprises.yearly_figures (tenant_id, enterprise_id, year, "
                            + figures("#", ", ")
                            + ", source, reported_on) select ?, p.enterprise_id, p.key::int, "
                            + figures("a.#", ", ")
                            + """
                            , coalesce(a.source, '%s'), coalesce(a.reported_on, (now() at time zone 'Asia/Shanghai')::date)
                            from part p, jsonb_populate_record(null::enterprises.yearly_figures, p.after) a
                            where p.kind = 'FIGURES' and p.after is not null
                            on conflict (tenant_id, enterprise_id, year) do update set
                            """
                                    .formatted(SOURCE)
                            + figures("# = excluded.#", ", ")
                            + ", source = excluded.source, reported_on = excluded.reported_on",
                    """
                    insert into enterprises.enterprise_tag (tenant_id, enterprise_id, tag)
                    select ?, p.enterprise_id, p.key from part p where p.kind = 'TAG' and p.after is not null
                    on conflict do nothing\
                    """);

    private ImportPartsSql() {}
}
