package org.kaiyuan.services;

import java.time.Instant;

/** An edition that was published; never changes. */
public record ServiceEdition(
        ServiceId service,
        int number,
        ServiceNote note,
        Instant publishedAt,
        String publishedName) {}
