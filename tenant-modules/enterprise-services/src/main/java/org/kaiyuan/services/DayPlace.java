package org.kaiyuan.services;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kaiyuan.platform.records.CursorRefused;

/** Where something stands in an order of days: the next page begins behind it. */
record DayPlace(LocalDate day, UUID id) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-fA-F-]{36})");

    String text() {
        return day + "_" + id;
    }

    /** @throws CursorRefused when it is not of {@link #text} */
    static DayPlace parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new CursorRefused();
        }
        try {
            return new DayPlace(LocalDate.parse(parts.group(1)), UUID.fromString(parts.group(2)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new CursorRefused();
        }
    }
}
