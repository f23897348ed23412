package org.kaiyuan.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail are asked for.
 *
 * @param person sign-in name or name, whole
 * @param from without it the trail is read from 92 days before {@code to}
 * @param to up to before this moment; without it up to now
 * @param text somewhere in field, before or after, without regard to case
 */
public record AuditFilter(
        @Nullable String person,
        @Nullable String act,
        @Nullable String kind,
        @Nullable UUID subjectId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

    public AuditFilter {
        person = tidy(person);
        act = tidy(act);
        kind = tidy(kind);
        text = tidy(text);
    }

    private static @Nullable String tidy(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
