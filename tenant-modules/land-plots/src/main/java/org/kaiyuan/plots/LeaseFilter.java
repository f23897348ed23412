package org.kaiyuan.plots;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which leases are meant; what is null or empty does not narrow.
 *
 * @param text the beginning of a number or of a tenant's name
 * @param states what they are today
 */
public record LeaseFilter(
        @Nullable String text,
        Set<LeaseState> states,
        @Nullable BuildingId building,
        @Nullable UnitId unit,
        @Nullable UUID enterprise) {
    public static final LeaseFilter ALL = new LeaseFilter(null, Set.of(), null, null, null);

    public LeaseFilter {
        states = Set.copyOf(states);
    }
}
