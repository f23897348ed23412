package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading services as staff. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class ServiceCatalogue {
    /** The largest page. */
    public static final int MOST = 200;

    private static final String ROW =
            """
            s.id, s.code, s.track, s.state, s.title, s.topics, s.matter_id, s.edition, s.draft is not null, s.updated_at, s.version\
            """;

    private static final String EDITION = "number, note, published_at, published_name";

    private final JdbcTemplate jdbc;

    ServiceCatalogue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By title.
     *
     * @param limit at most {@link #MOST}
     * @throws CursorRefused when it is no cursor of ours
     */
    public ServicePage list(ServiceFilter filter, @Nullable String cursor, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where = new StringBuilder("where true");
        var arguments = new ArrayList<Object>();
        var words = filter.words() == null ? "" : ChineseText.storable(filter.words()).strip();
        if (!words.isEmpty()) {
            where.append(
                    " and (position(lower(?) in lower(s.title)) > 0 or s.code >= ? and s.code < ?)");
            var code = words.toUpperCase(Locale.ROOT);
            arguments.addAll(List.of(words, code, code + ChineseText.LAST));
        }
        if (filter.state() != null) {
            where.append(" and s.state = ?");
            arguments.add(filter.state().name());
        }
        if (filter.track() != null) {
            where.append(" and s.track = ?");
            arguments.add(filter.track().name());
        }
        if (filter.topic() != null) {
            where.append(" and ? = any (s.topics)");
            arguments.add(ChineseText.storable(filter.topic()));
        }
        if (cursor != null) {
            where.append(
                    " and (s.title, s.id) > (select a.title, a.id from services.service a where a.id = ?)");
            arguments.add(place(cursor));
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        "select "
                                + ROW
                                + " from services.service s "
                                + where
                                + " order by s.title, s.id limit ?",
                        ServiceCatalogue::row,
                        arguments.toArray());
        return found.size() <= most
                ? new ServicePage(found, null)
                : new ServicePage(found.subList(0, most), found.get(most - 1).id().toString());
    }

    static UUID place(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw new CursorRefused();
        }
    }

    /** @throws UnknownService when there is none */
    public ServiceDetails find(ServiceId id) {
        return jdbc
                .query(
                        "select " + ROW + ", s.draft from services.service s where s.id = ?",
                        (row, n) -> {
                            var draft = row.getString(12);
                            var head = row(row, n);
                            return new ServiceDetails(
                                    head,
                                    draft == null ? null : ServiceJson.note(draft),
                                    head.edition() == null ? null : edition(id, head.edition()));
                        },
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownService::new);
    }

    /** @throws UnknownService when there is no such edition */
    public ServiceEdition edition(ServiceId id, int number) {
        return jdbc
                .query(
                        "select "
                                + EDITION
                                + " from services.edition where service_id = ? and number = ?",
                        (row, n) ->
                                new ServiceEdition(
                                        id,
                                        row.getInt(1),
                                        ServiceJson.note(row.getString(2)),
                                        row.getTimestamp(3).toInstant(),
                                        row.getString(4)),
                        id.value(),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(UnknownService::new);
    }

    /** The newest first, at most 200. */
    public List<EditionRow> editions(ServiceId id) {
        if (jdbc.queryForList("select 1 from services.service where id = ?", id.value())
                .isEmpty()) {
            throw new UnknownService();
        }
        return jdbc.query(
                """
                select number, published_at, published_name from services.edition where service_id = ?
                order by number desc limit 200\
                """,
                (row, n) ->
                        new EditionRow(
                                row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3)),
                id.value());
    }

    /** Topics in use, at most 100. */
    public List<String> topics() {
        return jdbc.query(
                "select distinct t from services.service s, unnest(s.topics) t order by t limit 100",
                (row, n) -> row.getString(1));
    }

    private static ServiceRow row(ResultSet row, int number) throws SQLException {
        var matter = row.getObject(7, UUID.class);
        return new ServiceRow(
                new ServiceId(row.getObject(1, UUID.class)),
                row.getString(2),
                ServiceTrack.valueOf(row.getString(3)),
                ServiceState.valueOf(row.getString(4)),
                row.getString(5),
                Arrays.asList((String[]) row.getArray(6).getArray()),
                matter == null ? null : new MatterId(matter),
                row.getObject(8, Integer.class),
                row.getBoolean(9),
                row.getTimestamp(10).toInstant(),
                row.getLong(11));
    }
}
