package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which powers.
 *
 * @param only null for all
 * @param matters only about these; null for all
 */
public record PowerUseFilter(
        @Nullable Only only, @Nullable String originalAuthority, @Nullable List<MatterId> matters) {
    public static final PowerUseFilter ALL = new PowerUseFilter(null, null, null);

    /** What wants attention. */
    public enum Only {
        /** Not used for as long as the zone accepts. */
        UNUSED,
        /** With cases past their day. */
        OVERDUE,
        /** With cases that a review overturned. */
        OVERTURNED,
        /** With a last day within 90 days. */
        EXPIRING
    }
}
