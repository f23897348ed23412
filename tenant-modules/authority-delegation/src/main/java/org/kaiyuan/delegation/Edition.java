package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a list; the one with the largest number counts, those before it are superseded.
 *
 * @param publishedName who published it
 */
public record Edition(
        ListId list,
        int number,
        Instant publishedAt,
        String publishedName,
        @Nullable String note) {}
