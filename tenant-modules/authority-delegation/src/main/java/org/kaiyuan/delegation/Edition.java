package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a list; the one with the largest number counts, those before it are superseded.
 *
 * @param publishedName who published it
 * @param waived why findings were let pass; null where there were none
 * @param findings how many were let pass
 * @param entries how many entries it has
 */
public record Edition(
        ListId list,
        int number,
        Instant publishedAt,
        String publishedName,
        @Nullable String note,
        @Nullable String waived,
        int findings,
        int entries) {}
