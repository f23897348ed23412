package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.IndexSource;
import org.kaiyuan.platform.search.SearchIndex;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Services with their guides in full, as documents. One that is closed stays in the index and says so: a document that was taken out
 * could not come back within the half hour in which Elasticsearch remembers that it went.
 */
@Component
@Transactional(readOnly = true)
class ServiceIndex implements IndexSource {
    /** The one index of this room. */
    static final SearchIndex INDEX =
            new SearchIndex("services", "/org/kaiyuan/services/index.json");

    private static final String SELECT =
            """
            select s.id, s.version, s.code, s.state, e.note from services.service s
            join services.edition e on e.tenant_id = s.tenant_id and e.service_id = s.id and e.number = s.edition where\s
            """;

    private final JdbcTemplate jdbc;

    ServiceIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchIndex index() {
        return INDEX;
    }

    @Override
    public long count() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select count(*) from services.service where edition is not null",
                        Long.class));
    }

    @Override
    public List<Document> page(@Nullable UUID after, int limit) {
        return jdbc.query(
                SELECT + "s.id > ? order by s.id limit ?",
                ServiceIndex::document,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /** Those of the ids that were published. */
    List<Document> of(Collection<UUID> ids) {
        return jdbc.query(
                SELECT + "s.id = any (?)",
                ServiceIndex::document,
                (Object) ids.toArray(UUID[]::new));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject(1, UUID.class),
                row.getLong(2),
                ServiceForms.of(
                        row.getString(3),
                        ServiceJson.note(row.getString(5)),
                        row.getString(4).equals(ServiceState.OPEN.name())));
    }
}
