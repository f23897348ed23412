package org.kaiyuan.platform.tenancy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole register of tenants, for those who run the platform or supervise zones; who may ask is decided by
 * the use cases that read it. It says names, places and states, nothing of what is inside.
 */
@Service
@Transactional(readOnly = true)
public class TenantRegister {
    /** The largest page. */
    public static final int MOST = 200;

    private static final String COLUMNS =
            "select id, code, name, kind, level_type, city, divisions, state, state_reason, modules, demo,"
                    + " created_at, version from tenancy.tenant ";

    private final JdbcClient jdbc;

    TenantRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UnknownTenant when there is none */
    public TenantRow get(TenantId id) {
        return find(id).orElseThrow(UnknownTenant::new);
    }

    /** @throws UnknownTenant when there is none */
    public TenantRow byCode(String code) {
        return jdbc.sql(COLUMNS + "where code = ?")
                .param(code)
                .query(TenantRegister::row)
                .optional()
                .orElseThrow(UnknownTenant::new);
    }

    public Optional<TenantRow> find(TenantId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(TenantRegister::row)
                .optional();
    }

    /**
     * Held until the open transaction ends, so that two who change its state do so one after the other.
     *
     * @throws UnknownTenant when there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TenantRow locked(TenantId id) {
        return jdbc.sql(COLUMNS + "where id = ? for update")
                .param(id.value())
                .query(TenantRegister::row)
                .optional()
                .orElseThrow(UnknownTenant::new);
    }

    /**
     * The tenants after {@code after} in the order of their ids.
     *
     * @param words of name, code or city; blank for all
     * @param state null for all
     * @param limit at most {@link #MOST}
     */
    public List<TenantRow> search(
            String words, @Nullable TenantState state, @Nullable TenantId after, int limit) {
        var where = new StringBuilder("where id > ?");
        var arguments = new ArrayList<Object>();
        arguments.add(after == null ? 0L : after.value());
        if (!words.isBlank()) {
            where.append(" and (name ilike ? or code like ? or city ilike ?)");
            var pattern = "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            arguments.addAll(List.of(pattern, pattern, pattern));
        }
        if (state != null) {
            where.append(" and state = ?");
            arguments.add(state.name());
        }
        arguments.add(Math.clamp(limit, 1, MOST));
        return jdbc.sql(COLUMNS + where + " order by id limit ?")
                .params(arguments)
                .query(TenantRegister::row)
                .list();
    }

    /**
     * The zones that lie in these divisions, deleted ones and other supervisors left out, in the order of
     * their ids.
     *
     * @param divisions codes without trailing zeros: what begins with one of them lies in it
     * @param limit at most {@link #MOST}
     */
    public List<TenantRow> lyingIn(List<String> divisions, @Nullable TenantId after, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where id > ? and kind <> 'SUPERVISOR' and state <> 'DELETED'
                                  and exists (select from unnest(divisions) d cross join unnest(?::text[]) s
                                              where starts_with(d, s))
                                order by id limit ?\
                                """)
                .params(
                        after == null ? 0L : after.value(),
                        divisions.toArray(new String[0]),
                        Math.clamp(limit, 1, MOST))
                .query(TenantRegister::row)
                .list();
    }

    static @Nullable List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static TenantRow row(ResultSet row, int number) throws SQLException {
        var divisions = strings(row.getArray("divisions"));
        var modules = strings(row.getArray("modules"));
        return new TenantRow(
                new TenantId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("level_type"),
                row.getString("city"),
                divisions == null ? List.of() : divisions,
                TenantState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                modules == null ? null : Set.copyOf(new TreeSet<>(modules)),
                row.getBoolean("demo"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
