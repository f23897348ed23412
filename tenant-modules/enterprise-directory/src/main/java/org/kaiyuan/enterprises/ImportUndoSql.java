package org.kaiyuan.enterprises;

import java.util.stream.Collectors;

/**
 * The statements that take an import back, in their order.
 *
 * @see "docs/decisions/0011-import.md"
 */
final class ImportUndoSql {
    /**
     * Those of an import that somebody has built on since; the import is the parameter. What hangs on them in
     * other rooms is read here in bulk, as the history is written.
     */
    static final String BUILT_ON =
            """
            select coalesce(e.name, '—') as name from enterprises.batch_touch t
            left join enterprises.enterprise e on e.id = t.enterprise_id
            left join enterprises.import_before b on b.import_id = t.batch_id and b.enterprise_id = t.enterprise_id
            where t.batch_id = ? and (
                (e.id is null and b.enterprise_id is not null)
                or (e.id is not null and (
                    e.import_id is distinct from t.batch_id or e.import_version is distinct from e.version))
                or (b.enterprise_id is null and (
                    exists (select from enterprises.note n where n.enterprise_id = t.enterprise_id)
                    or exists (select from files.file f
                               where f.tenant_id = t.tenant_id and f.subject_kind = 'enterprises.enterprise'
                                 and f.subject_id = t.enterprise_id and f.removed_at is null)
                    or exists (select from timeline.comment c
                               where c.tenant_id = t.tenant_id and c.subject_kind = 'enterprises.enterprise'
                                 and c.subject_id = t.enterprise_id and c.removed_at is null))))
            """;

    static final String LOCK_TOUCHED =
            "select count(*) from (select 1 from enterprises.enterprise e join enterprises.batch_touch t"
                    + " on t.enterprise_id = e.id where t.batch_id = ? order by e.id for update of e) locked";

    static final String HISTORY_OF_PUTTING_BACK =
            """
            insert into audit.change
                (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
            select ?, uuidv7(), 'enterprises.enterprise', e.id, now(), ?, ?, 'importUndone', d.field, d.now, d.before
            from enterprises.import_before b
            join enterprises.enterprise e on e.id = b.enterprise_id
            cross join lateral (values
            """
                    + ImportSql.FIELDS.stream()
                            .map(f ->
                                    "('%1$s', e.%2$s::text, b.before ->> '%1$s')"
                                            .formatted(f.field(), f.column()))
                            .collect(Collectors.joining(",\n"))
                    + """
                    ) d (field, now, before)
                    where b.import_id = ? and jsonb_exists(b.before, d.field) and d.now is distinct from d.before\
                    """;

    static final String HISTORY_OF_TAKING_BACK =
            """
            insert into audit.change
                (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before)
            select ?, uuidv7(), 'enterprises.enterprise', e.id, now(), ?, ?, 'importUndone', 'name', e.name
            from enterprises.batch_touch t join enterprises.enterprise e on e.id = t.enterprise_id
            where t.batch_id = ? and not exists (
                select from enterprises.import_before b
                where b.import_id = t.batch_id and b.enterprise_id = t.enterprise_id)\
            """;

    static final String FORGET_FORMER_NAMES =
            """
            delete from enterprises.former_name f using enterprises.import_before b
            where b.import_id = ? and b.former_name_added and f.enterprise_id = b.enterprise_id
              and f.name = b.before ->> 'name'\
            """;

    static final String PUT_BACK =
            "update enterprises.enterprise e set "
                    + ImportSql.FIELDS.stream()
                            .map(f ->
                                    "%2$s = case when jsonb_exists(b.before, '%1$s') then (b.before ->> '%1$s')::%3$s else e.%2$s end"
                                            .formatted(f.field(), f.column(), f.type()))
                            .collect(Collectors.joining(", "))
                    + """
                    , name_key = coalesce(b.before ->> 'nameKey', e.name_key),
                    version = e.version + 1, updated_at = now(), import_id = b.prior_import,
                    import_version = case when b.prior_untouched then e.version + 1 end
                    from enterprises.import_before b where b.import_id = ? and e.id = b.enterprise_id\
                    """;

    static final String TAKE_BACK =
            """
            delete from enterprises.enterprise e using enterprises.batch_touch t
            where t.batch_id = ? and e.id = t.enterprise_id and not exists (
                select from enterprises.import_before b
                where b.import_id = t.batch_id and b.enterprise_id = t.enterprise_id)\
            """;

    static final String TOUCH_UNDONE =
            "insert into enterprises.batch_touch (tenant_id, batch_id, enterprise_id)"
                    + " select tenant_id, ?, enterprise_id from enterprises.batch_touch where batch_id = ?";

    private ImportUndoSql() {}
}
