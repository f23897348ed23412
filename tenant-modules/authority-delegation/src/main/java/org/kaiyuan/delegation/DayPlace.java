package org.kaiyuan.delegation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.CursorRefused;

/** Where a page that is ordered by days ended. */
record DayPlace(LocalDate day, UUID id) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})_([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    /** @throws CursorRefused when it is no cursor of ours; null stays null */
    static @Nullable DayPlace parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        var parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw new CursorRefused();
        }
        try {
            return new DayPlace(LocalDate.parse(parts.group(1)), UUID.fromString(parts.group(2)));
        } catch (DateTimeException e) {
            throw new CursorRefused();
        }
    }

    String cursor() {
        return day + "_" + id;
    }
}
