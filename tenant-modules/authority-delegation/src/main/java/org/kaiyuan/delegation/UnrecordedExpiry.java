package org.kaiyuan.delegation;

import java.time.LocalDate;

/** A grant that has run out, and of which no list says so yet. */
public record UnrecordedExpiry(
        EntryId entry,
        ListId list,
        String listTitle,
        String matterName,
        String originalAuthority,
        LocalDate expiredOn) {}
