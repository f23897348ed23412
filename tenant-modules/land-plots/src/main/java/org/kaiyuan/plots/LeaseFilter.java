package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which leases are meant; what is null or empty does not narrow.
 *
 * @param text the beginning of a number or of a tenant's name
 * @param states what they are today
 * @param endingBy those that end from today to that day, both counted
 */
public record LeaseFilter(
        @Nullable String text,
        Set<LeaseState> states,
        @Nullable BuildingId building,
        @Nullable UnitId unit,
        @Nullable UUID enterprise,
        @Nullable LocalDate endingBy) {
    public static final LeaseFilter ALL = new LeaseFilter(null, Set.of(), null, null, null, null);

    public LeaseFilter {
        text = FilterBounds.text(text);
        states = Set.copyOf(states);
        if (endingBy != null) {
            FilterBounds.day("endingBy", endingBy);
        }
    }

    /** Those whose number or tenant begins so. */
    public static LeaseFilter of(String text) {
        return new LeaseFilter(text, Set.of(), null, null, null, null);
    }

    /** Those of one unit, whenever. */
    public static LeaseFilter of(UnitId unit) {
        return new LeaseFilter(null, Set.of(), null, unit, null, null);
    }

    /** Of these, those that end from today to that day. */
    public LeaseFilter endingBy(LocalDate day) {
        return new LeaseFilter(text, states, building, unit, enterprise, day);
    }
}
