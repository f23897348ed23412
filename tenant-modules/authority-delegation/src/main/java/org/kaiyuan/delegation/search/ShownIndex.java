package org.kaiyuan.delegation.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.IndexSource;
import org.kaiyuan.platform.search.SearchIndex;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The powers that the zone shows, as documents. In this index is nothing but what the zone has put out for everybody, so whoever
 * searches it in the zone's name sees no more than its public pages.
 */
@Component
@Transactional(readOnly = true)
public class ShownIndex implements IndexSource {
    public static final SearchIndex INDEX =
            new SearchIndex("powers", "/org/kaiyuan/delegation/search/shown.json");

    private static final String SELECT =
            """
            select w.document, w.matter_code, w.basic_code, w.matter_name, w.matter_kind, w.field, w.receiving_body,
                   w.original_authority, w.list_kind, w.document_number,
                   (select string_agg(b.basis ->> 'title', ' ') from jsonb_array_elements(w.bases) b (basis)) as bases
            from delegation.shown_wording w where w.zone = ? and w.to_edition is null and w.act = 'GRANT' and\s
            """;

    private final JdbcTemplate jdbc;

    ShownIndex(JdbcTemplate jdbc) {
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
                        """
                        select count(*) from delegation.shown_wording
                        where zone = ? and to_edition is null and act = 'GRANT'\
                        """,
                        Long.class,
                        CurrentTenant.get().value()));
    }

    @Override
    public List<Document> page(@Nullable UUID after, int limit) {
        return jdbc.query(
                SELECT + "w.document > ? order by w.document limit ?",
                ShownIndex::document,
                CurrentTenant.get().value(),
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /** Those that came with editions of a list and are still said, in the order of their ids. */
    public List<Document> came(UUID list, int after, int upTo, @Nullable UUID from, int limit) {
        return jdbc.query(
                SELECT
                        + "w.list_id = ? and w.from_edition > ? and w.from_edition <= ? and w.document > ?"
                        + " order by w.document limit ?",
                ShownIndex::document,
                CurrentTenant.get().value(),
                list,
                after,
                upTo,
                from == null ? new UUID(0, 0) : from,
                limit);
    }

    /** Those that editions of a list say no more. */
    public List<UUID> went(UUID list, int after, int upTo) {
        return jdbc.query(
                """
                select document from delegation.shown_wording
                where zone = ? and list_id = ? and to_edition > ? and to_edition <= ? and act = 'GRANT'\
                """,
                (row, n) -> row.getObject(1, UUID.class),
                CurrentTenant.get().value(),
                list,
                after,
                upTo);
    }

    /** Those of the ids of which nothing is shown. */
    public List<UUID> notShown(Collection<UUID> documents) {
        return jdbc.query(
                """
                select d from unnest(?::uuid[]) d where not exists (
                    select from delegation.shown_wording w where w.zone = ? and w.document = d and w.to_edition is null)\
                """,
                (row, n) -> row.getObject(1, UUID.class),
                documents.toArray(UUID[]::new),
                CurrentTenant.get().value());
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var source =
                MatterForms.of(
                        row.getString("matter_name"),
                        row.getString("matter_code"),
                        row.getString("basic_code"));
        source.put("list", row.getString("list_kind"));
        source.put("kind", row.getString("matter_kind"));
        source.put("body", row.getString("receiving_body"));
        if (row.getString("field") != null) {
            source.put("field", row.getString("field"));
        }
        source.put(
                "more",
                Stream.of(
                                row.getString("receiving_body"),
                                row.getString("original_authority"),
                                row.getString("document_number"),
                                row.getString("bases"))
                        .filter(Objects::nonNull)
                        .map(ChineseText::key)
                        .collect(Collectors.joining(" ")));
        return new Document(row.getObject("document", UUID.class), 1, source);
    }
}
