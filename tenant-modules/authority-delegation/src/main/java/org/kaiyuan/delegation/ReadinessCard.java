package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant on the board.
 *
 * @param effectiveOn the first day
 * @param handoverOn 交接 at the latest
 * @param dueOn until when it should be ready
 * @param open what is missing
 */
public record ReadinessCard(
        EntryId entry,
        ListId list,
        MatterId matter,
        @Nullable String matterCode,
        String matterName,
        String originalAuthority,
        String receivingBody,
        @Nullable String subPark,
        LocalDate effectiveOn,
        @Nullable LocalDate handoverOn,
        @Nullable LocalDate expiresOn,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable LocalDate dueOn,
        Set<ReadinessItem> open,
        ReadinessColumn column) {
    public ReadinessCard {
        open = Set.copyOf(open);
    }
}
