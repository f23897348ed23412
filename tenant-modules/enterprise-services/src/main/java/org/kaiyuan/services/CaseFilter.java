package org.kaiyuan.services;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which cases; what is null does not narrow.
 *
 * @param words the receipt's number, or the beginning of the enterprise's name
 * @param month of handing in
 */
public record CaseFilter(
        CaseBox box,
        @Nullable String words,
        @Nullable ServiceId service,
        @Nullable String team,
        @Nullable CaseState state,
        @Nullable YearMonth month) {
    public static CaseFilter of(CaseBox box) {
        return new CaseFilter(box, null, null, null, null, null);
    }
}
