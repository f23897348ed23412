package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How it is with one item.
 *
 * @param doneOn null unless it is done
 */
public record ReadinessLine(
        ReadinessItem item,
        ReadinessItemState state,
        @Nullable LocalDate doneOn,
        @Nullable String remark) {
    public ReadinessLine {
        remark = remark == null || remark.isBlank() ? null : remark.strip();
    }

    public static ReadinessLine open(ReadinessItem item) {
        return new ReadinessLine(item, ReadinessItemState.OPEN, null, null);
    }

    public static ReadinessLine done(ReadinessItem item, LocalDate on) {
        return new ReadinessLine(item, ReadinessItemState.DONE, on, null);
    }
}
