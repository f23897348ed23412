package org.kaiyuan.services;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.records.Moment;

/** In which order a page of cases is read, and where the next one begins. */
enum InboxOrder {
    /** What is due first. */
    URGENT("c.urgent_on", "%s.urgent_on, %s.id", "(c.urgent_on, c.id) > (?, ?)"),
    /** What was handed in last. */
    NEWEST("c.urgent_on", "%s.submitted_at desc, %s.id desc", "(c.submitted_at, c.id) < (?, ?)"),
    /** By name, of each the newest first: for what was found by its beginning. */
    NAMED(
            "c.urgent_on",
            "%s.enterprise_name, %s.submitted_at desc, %s.id desc",
            "c.enterprise_name >= ? and (c.enterprise_name > ? or (c.submitted_at, c.id) < (?, ?))"),
    RECEIPT("c.urgent_on", "%s.receipt", "c.receipt > ?"),
    /** By the day of the opinion that is awaited. */
    AWAITED("o.due_on", "%s.sorted_on, %s.id", "(o.due_on, o.case_id) > (?, ?)");

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,1200})\\.(.{1,60})");

    private final String day;
    private final String by;
    private final String after;

    InboxOrder(String day, String by, String after) {
        this.day = day;
        this.by = by;
        this.after = after;
    }

    /** The day by which the page is sorted, as the column {@code sorted_on}. */
    String day() {
        return day + " as sorted_on";
    }

    /** @param alias of the table that is sorted */
    String by(String alias) {
        return this == AWAITED && alias.equals("c")
                ? "o.due_on, o.case_id"
                : by.replace("%s", alias);
    }

    String after() {
        return after;
    }

    String cursor(InboxRows.Read last) {
        var row = last.row();
        var moment = new Moment(row.submittedAt(), row.id().value()).cursor();
        return switch (this) {
            case URGENT, AWAITED -> new DayPlace(last.sortedBy(), row.id().value()).text();
            case NEWEST -> moment;
            case NAMED -> encoded(row.enterpriseName()) + "." + moment;
            case RECEIPT -> encoded(row.receipt());
        };
    }

    /**
     * Arguments of {@link #after}.
     *
     * @throws CursorRefused when it is no cursor of this order
     */
    List<Object> arguments(String cursor) {
        return switch (this) {
            case URGENT, AWAITED -> day(cursor);
            case NEWEST -> moment(cursor);
            case NAMED -> named(cursor);
            case RECEIPT -> List.of(decoded(cursor));
        };
    }

    private static List<Object> day(String cursor) {
        var place = DayPlace.parse(cursor);
        return List.of(place.day(), place.id());
    }

    private static List<Object> moment(String cursor) {
        var moment = Moment.parse(cursor);
        if (moment == null) {
            throw new CursorRefused();
        }
        return List.of(Timestamp.from(moment.at()), moment.id());
    }

    private static List<Object> named(String cursor) {
        var parts = NAME.matcher(cursor);
        if (!parts.matches()) {
            throw new CursorRefused();
        }
        var name = decoded(parts.group(1));
        var moment = moment(parts.group(2));
        return List.of(name, name, moment.get(0), moment.get(1));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') >= 0) {
                throw new CursorRefused();
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw new CursorRefused();
        }
    }
}
