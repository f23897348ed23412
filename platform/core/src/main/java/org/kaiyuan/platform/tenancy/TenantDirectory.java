package org.kaiyuan.platform.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of tenants: names and levels, nothing of what is inside. */
@Service
@Transactional(readOnly = true)
public class TenantDirectory {
    private static final String COLUMNS =
            "select id, code, name, level_type, city, demo from tenancy.tenant ";

    private final JdbcClient jdbc;

    TenantDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<TenantSummary> find(TenantId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(TenantDirectory::row)
                .optional();
    }

    public Optional<TenantSummary> byCode(String code) {
        return jdbc.sql(COLUMNS + "where code = ?")
                .param(code)
                .query(TenantDirectory::row)
                .optional();
    }

    /** Whether its data is kept: it is neither about to be deleted nor gone. Asked anew at each call. */
    public boolean isKept(TenantId id) {
        return jdbc.sql(
                        "select exists (select from tenancy.tenant where id = ? and state not in ('CLOSING', 'DELETED'))")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * The tenants after {@code after} in the order of their ids, without those that were deleted.
     *
     * @param after null for the first page
     * @param limit at most 1,000
     */
    public List<TenantSummary> list(@Nullable TenantId after, int limit) {
        return jdbc.sql(COLUMNS + "where id > ? and state <> 'DELETED' order by id limit ?")
                .params(after == null ? 0 : after.value(), Math.clamp(limit, 1, 1000))
                .query(TenantDirectory::row)
                .list();
    }

    private static TenantSummary row(ResultSet row, int number) throws SQLException {
        return new TenantSummary(
                new TenantId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("level_type"),
                row.getString("city"),
                row.getBoolean("demo"));
    }
}
