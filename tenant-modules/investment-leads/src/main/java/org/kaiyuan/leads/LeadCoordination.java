package org.kaiyuan.leads;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.Coordination.Outcome;
import org.kaiyuan.leads.Coordination.Position;
import org.kaiyuan.leads.Coordination.Side;
import org.kaiyuan.leads.Coordination.Stance;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinating with another zone that reported the same investor: each says what it wants, and it is settled
 * when one withdraws or both agree on the shares. Neither sees anything of the other's lead.
 */
@Service
@Transactional
public class LeadCoordination {
    private static final int MOST = 100;

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final ChangeHistory history;
    private final Clock clock;

    LeadCoordination(JdbcTemplate jdbc, LeadSight sight, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.history = history;
        this.clock = clock;
    }

    /** A page; {@code next} is null on the last one. */
    public record Page(List<Coordination> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * The newest first.
     *
     * @param cursor what the page before gave; null for the first
     * @throws LeadCursorRefused when the cursor is not one of ours
     */
    @PreAuthorize("hasRole('" + LeadPermissions.COORDINATE + "')")
    @Transactional(readOnly = true)
    public Page list(@Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        var after = cursor == null ? null : After.read(cursor);
        var found =
                read(
                        after == null ? null : Timestamp.from(after.found()),
                        after == null ? null : after.id(),
                        size + 1,
                        null);
        boolean more = found.size() > size;
        var items = more ? found.subList(0, size) : found;
        return new Page(items, more ? After.of(items.getLast()).written() : null);
    }

    /** @throws UnknownCoordination when the zone takes part in none of that id */
    @PreAuthorize("hasRole('" + LeadPermissions.COORDINATE + "')")
    @Transactional(readOnly = true)
    public Coordination one(UUID id) {
        var found = read(null, null, 1, id);
        if (found.isEmpty()) {
            throw new UnknownCoordination();
        }
        return found.getFirst();
    }

    /**
     * Says what the zone wants. Said again, the last counts until it is settled.
     *
     * @param share percent of the results that the zone wants, from 0 to 100; where results are divided, else null
     * @param named whether the other zone and the supervisor may be told the zone's name, once the other allows it too
     * @return as it is then
     * @throws UnknownCoordination when the zone takes part in none of that id, or only supervises it
     * @throws CoordinationSettled when it was settled before
     * @throws LeadFieldsRefused when a share is missing or out of bounds
     */
    @PreAuthorize("hasRole('" + LeadPermissions.COORDINATE + "')")
    public Coordination say(UUID id, Stance stance, @Nullable Integer share, boolean named) {
        if (stance.hasShare() && (share == null || share < 0 || share > 100)) {
            throw new LeadFieldsRefused("share", "leads.rule.share");
        }
        var wanted = stance.hasShare() ? share : null;
        var answer =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select leads.take_stance(?, ?, ?, ?, ?)",
                                String.class,
                                id,
                                stance.name(),
                                wanted,
                                named,
                                Timestamp.from(clock.instant())));
        if (answer.equals("UNKNOWN")) {
            throw new UnknownCoordination();
        }
        if (answer.equals("SETTLED")) {
            throw new CoordinationSettled();
        }
        var now = one(id);
        if (now.leadId() != null) {
            var changes = new ArrayList<FieldChange>();
            changes.add(new FieldChange("stance", null, stance.name()));
            if (wanted != null) {
                changes.add(new FieldChange("share", null, wanted + "%"));
            }
            if (now.outcome() != null) {
                changes.add(new FieldChange("outcome", null, now.outcome().name()));
            }
            history.record(Lead.SUBJECT, now.leadId(), "coordinated", changes);
        }
        return now;
    }

    /** The day on which a lead was reported to the province's register; null when it was not. */
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    @Transactional(readOnly = true)
    public @Nullable Instant reportedAt(LeadId id) {
        sight.get(id);
        var at = jdbc.queryForObject("select leads.reported_at(?)", Timestamp.class, id.value());
        return at == null ? null : at.toInstant();
    }

    private List<Coordination> read(
            @Nullable Timestamp found, @Nullable UUID after, int most, @Nullable UUID only) {
        var seen = sight.seen();
        var arguments = new ArrayList<@Nullable Object>(seen.arguments());
        arguments.addAll(Arrays.asList(found, after, most, only));
        return jdbc.query(
                """
                select c.*, (select l.project_name from leads.lead l where l.id = c.lead_id%s) as lead_name
                from leads.coordinations(?::timestamptz, ?::uuid, ?, ?::uuid) c
                order by c.found_at desc, c.id desc\
                """
                        .formatted(seen.sql()),
                LeadCoordination::row,
                arguments.toArray());
    }

    private static Coordination row(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        var outcome = row.getString("outcome");
        return new Coordination(
                row.getObject("id", UUID.class),
                Side.valueOf(row.getString("side")),
                row.getObject("lead_id", UUID.class),
                row.getString("lead_name"),
                row.getObject("first_on", LocalDate.class),
                row.getObject("later_on", LocalDate.class),
                row.getTimestamp("found_at").toInstant(),
                settled == null ? null : settled.toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                position(row, "first"),
                position(row, "later"));
    }

    private static Position position(ResultSet row, String side) throws SQLException {
        var stance = row.getString(side + "_stance");
        return new Position(
                stance == null ? null : Stance.valueOf(stance),
                row.getObject(side + "_share", Integer.class),
                row.getBoolean(side + "_named"),
                row.getString(side + "_name"));
    }

    private record After(Instant found, UUID id) {
        static After of(Coordination last) {
            return new After(last.foundAt(), last.id());
        }

        String written() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((id + " " + found).getBytes(StandardCharsets.UTF_8));
        }

        static After read(String cursor) {
            try {
                var text =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int gap = text.indexOf(' ');
                return new After(
                        Instant.parse(text.substring(gap + 1)),
                        UUID.fromString(text.substring(0, gap)));
            } catch (IllegalArgumentException
                    | DateTimeParseException
                    | IndexOutOfBoundsException bad) {
                throw new LeadCursorRefused();
            }
        }
    }
}
