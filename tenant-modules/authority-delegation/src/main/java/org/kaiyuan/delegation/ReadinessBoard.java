package org.kaiyuan.delegation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first cards of every column, with how many there are. */
public record ReadinessBoard(Map<ReadinessColumn, Column> columns) {
    public ReadinessBoard {
        columns = Map.copyOf(columns);
    }

    public Column of(ReadinessColumn column) {
        return columns.getOrDefault(column, new Column(0, List.of(), null));
    }

    /** @param next where the next page of the column begins; null where these are all */
    public record Column(int count, List<ReadinessCard> cards, @Nullable String next) {
        public Column {
            cards = List.copyOf(cards);
        }
    }

    /** A page of one column; {@code next} is null on the last one. */
    public record Page(List<ReadinessCard> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Which grants.
     *
     * @param owner sign-in name; null for anybody's
     * @param unowned only those that are nobody's
     */
    public record Filter(
            @Nullable String owner, boolean unowned, @Nullable String originalAuthority) {
        public static final Filter ALL = new Filter(null, false, null);
    }
}
