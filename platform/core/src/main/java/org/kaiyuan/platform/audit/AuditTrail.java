package org.kaiyuan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Reading the trail of the current zone; who acts in none reads the platform's own.
 *
 * <p>There is no way to change or delete a line.
 */
@Service
public class AuditTrail {
    /** How far back is looked where nobody says from when. */
    public static final Duration LOOK_BACK = Duration.ofDays(92);

    private final JdbcTemplate jdbc;
    private final Chains chains;
    private final Clock clock;

    AuditTrail(JdbcTemplate jdbc, Chains chains, Clock clock) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.clock = clock;
    }

    /** A question to the database. */
    record Question(String where, List<Object> arguments) {}

    /**
     * The newest first.
     *
     * @param after the {@code next} of the page before; null for the first
     * @param limit at most 200
     * @throws CursorRefused when {@code after} is no such thing
     */
    @PreAuthorize("hasRole('" + AuditPermissions.READ + "')")
    public AuditPage find(AuditFilter filter, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, 200);
        var question = question(filter);
        var where = question.where();
        var arguments = new ArrayList<>(question.arguments());
        if (after != null) {
            var cursor = Cursor.of(after);
            where += " and (at, id) < (?, ?)";
            arguments.add(Timestamp.from(cursor.at()));
            arguments.add(cursor.id());
        }
        arguments.add(most);
        var sql = select(where) + " limit ?";
        var lines =
                chains.reading(
                        Chains.own(), () -> jdbc.query(sql, AuditTrail::line, arguments.toArray()));
        return new AuditPage(
                lines, lines.size() < most ? null : Cursor.after(lines.getLast()).text());
    }

    /** The acts that are there, for choosing from: of the newest 2,000 lines. */
    @PreAuthorize("hasRole('" + AuditPermissions.READ + "')")
    public List<String> acts() {
        return chains.reading(
                Chains.own(),
                () ->
                        jdbc.queryForList(
                                "select distinct act from (select act from audit.change order by at desc, id desc"
                                        + " limit 2000) newest order by act",
                                String.class));
    }

    static String select(String where) {
        return "select id, at, actor, actor_name, came_from, address, subject_kind, subject_id, act, field, before,"
                + " after, xact < (select to_xact from audit.seal order by number desc limit 1) as sealed"
                + " from audit.change where "
                + where
                + " order by at desc, id desc";
    }

    Question question(AuditFilter filter) {
        var where = new StringBuilder("at >= ? and at < ?");
        var to = filter.to() == null ? clock.instant().plusSeconds(1) : filter.to();
        var from = filter.from() == null ? to.minus(LOOK_BACK) : filter.from();
        var arguments = new ArrayList<Object>(List.of(Timestamp.from(from), Timestamp.from(to)));
        if (filter.person() != null) {
            where.append(" and (actor = ? or actor_name = ?)");
            arguments.add(filter.person());
            arguments.add(filter.person());
        }
        if (filter.act() != null) {
            where.append(" and act = ?");
            arguments.add(filter.act());
        }
        if (filter.kind() != null) {
            where.append(" and subject_kind = ?");
            arguments.add(filter.kind());
        }
        if (filter.subjectId() != null) {
            where.append(" and subject_id = ?");
            arguments.add(filter.subjectId());
        }
        if (filter.text() != null) {
            where.append(" and strpos(lower(concat_ws(' ', field, before, after)), ?) > 0");
            arguments.add(filter.text().toLowerCase(Locale.ROOT));
        }
        return new Question(where.toString(), arguments);
    }

    static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getObject("came_from", Long.class),
                row.getString("address"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("act"),
                row.getString("field"),
                row.getString("before"),
                row.getString("after"),
                row.getBoolean("sealed"));
    }

    /** Where a page begins. */
    private record Cursor(Instant at, UUID id) {
        static Cursor after(AuditLine last) {
            return new Cursor(last.at(), last.id());
        }

        static Cursor of(String text) {
            try {
                var parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII)
                                .split(" ", 2);
                return new Cursor(
                        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                        UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw new CursorRefused();
            }
        }

        String text() {
            var plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + " " + id;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
