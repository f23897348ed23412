package org.kaiyuan.ui.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.AuditFilter;

/**
 * What is asked of the trail, as the address of the page holds it: days, where the trail has moments.
 *
 * @param from the first day
 * @param to the last day
 */
record AuditQuestion(
        @Nullable String person,
        @Nullable String act,
        @Nullable String kind,
        @Nullable UUID record,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {
    static final AuditQuestion ALL = new AuditQuestion(null, null, null, null, null, null, null);
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    static AuditQuestion of(Map<String, List<String>> given) {
        return new AuditQuestion(
                read(given, "person", Function.identity()),
                read(given, "act", Function.identity()),
                read(given, "kind", Function.identity()),
                read(given, "record", UUID::fromString),
                read(given, "from", LocalDate::parse),
                read(given, "to", LocalDate::parse),
                read(given, "text", Function.identity()));
    }

    Map<String, List<String>> parameters() {
        var all = new LinkedHashMap<String, List<String>>();
        put(all, "person", person);
        put(all, "act", act);
        put(all, "kind", kind);
        put(all, "record", record);
        put(all, "from", from);
        put(all, "to", to);
        put(all, "text", text);
        return all;
    }

    AuditFilter filter() {
        return new AuditFilter(
                person,
                act,
                kind,
                record,
                from == null ? null : begin(from),
                to == null ? null : begin(to.plusDays(1)),
                text);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(HERE).toInstant();
    }

    private static void put(Map<String, List<String>> all, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            all.put(name, List.of(value.toString()));
        }
    }

    /** What somebody has mistyped in the address is passed over. */
    private static <T> @Nullable T read(
            Map<String, List<String>> given, String name, Function<String, T> reading) {
        var value = given.getOrDefault(name, List.of()).stream().findFirst().orElse("");
        try {
            return value.isBlank() ? null : reading.apply(value.strip());
        } catch (DateTimeException | IllegalArgumentException mistyped) {
            return null;
        }
    }
}
