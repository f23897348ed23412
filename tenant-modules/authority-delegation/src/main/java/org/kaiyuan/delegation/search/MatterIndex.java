package org.kaiyuan.delegation.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.IndexSource;
import org.kaiyuan.platform.search.SearchIndex;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The zone's matters as documents, read from PostgreSQL in batches. */
@Component
@Transactional(readOnly = true)
public class MatterIndex implements IndexSource {
    /** The one index of this room. */
    public static final SearchIndex INDEX =
            new SearchIndex("delegation", "/org/kaiyuan/delegation/search/index.json");

    private static final String SELECT =
            """
            select m.id, m.version, m.code, m.basic_code, m.name, m.kind, m.field, m.basis_state
            from delegation.matter m where\s
            """;

    private final JdbcTemplate jdbc;

    MatterIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchIndex index() {
        return INDEX;
    }

    @Override
    public long count() {
        var count = jdbc.queryForObject("select count(*) from delegation.matter", Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public List<Document> page(@Nullable UUID after, int limit) {
        return jdbc.query(
                SELECT + "m.id > ? order by m.id limit ?",
                MatterIndex::document,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /** Those of the ids that are there. */
    public List<Document> of(Collection<UUID> ids) {
        return jdbc.query(
                SELECT + "m.id = any (?)",
                MatterIndex::document,
                (Object) ids.toArray(UUID[]::new));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var source =
                MatterForms.of(
                        row.getString("name"), row.getString("code"), row.getString("basic_code"));
        source.put("kind", row.getString("kind"));
        if (row.getString("field") != null) {
            source.put("field", row.getString("field"));
        }
        source.put("basis", row.getString("basis_state"));
        return new Document(row.getObject("id", UUID.class), row.getLong("version"), source);
    }
}
