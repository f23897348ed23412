package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease to be signed.
 *
 * @param number 合同编号, no other lease has it
 * @param enterprise the tenant in the directory; for who may see it
 * @param tenant its name; may be left out where the enterprise is given
 * @param units at least one
 * @param fromDay the first day, counted
 */
public record LeaseDraft(
        String number,
        @Nullable UUID enterprise,
        @Nullable String tenant,
        Set<UnitId> units,
        LocalDate fromDay,
        LeaseTerms terms,
        @Nullable String note) {
    public LeaseDraft {
        units = Set.copyOf(units);
    }
}
