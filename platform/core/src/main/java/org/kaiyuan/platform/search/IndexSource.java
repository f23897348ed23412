package org.kaiyuan.platform.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room's rows as documents; each call opens its own transaction for the current zone. */
public interface IndexSource {
    SearchIndex index();

    /** How many documents the current zone has. */
    long count();

    /** The current zone's documents after {@code after} in the order of their ids; empty at the end. */
    List<Document> page(@Nullable UUID after, int limit);
}
