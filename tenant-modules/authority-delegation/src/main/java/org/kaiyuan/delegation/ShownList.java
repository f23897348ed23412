package org.kaiyuan.delegation;

import java.time.Instant;

/**
 * A list that is shown.
 *
 * @param edition the one that counts
 * @param publishedAt when that was published
 * @param entries how many that has
 */
public record ShownList(
        ListId id,
        PowerListKind kind,
        String title,
        int edition,
        Instant publishedAt,
        int entries) {}
