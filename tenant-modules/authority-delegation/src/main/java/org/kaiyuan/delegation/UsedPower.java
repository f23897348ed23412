package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A grant that counts now, and how it is used.
 *
 * @param unusedSince the later of its first day and its last use, where that is longer ago than the zone accepts; else null
 */
public record UsedPower(
        EntryId entry,
        ListId list,
        MatterId matter,
        @Nullable String matterCode,
        String matterName,
        BasisState basisState,
        String originalAuthority,
        String receivingBody,
        DelegationMode mode,
        @Nullable String subPark,
        LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        UseFigures figures,
        @Nullable LocalDate unusedSince) {}
