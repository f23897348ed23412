package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises a list, a search or an export is about. What is null or empty does not filter.
 *
 * @param namePrefix how the name begins
 * @param industryCode a GB/T 4754 code with everything below it
 * @param qualification a kind's code; held at any time
 * @param capitalFromYuan at least, in units of the currency
 * @param divisionCode a statistics-bureau code with everything below it
 */
public record EnterpriseFilter(
        @Nullable String namePrefix,
        @Nullable String industryCode,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        Set<EnterpriseStatus> statuses,
        @Nullable String qualification,
        @Nullable Boolean aboveScale,
        @Nullable Boolean fourAbove,
        @Nullable BigDecimal capitalFromYuan,
        @Nullable BigDecimal capitalToYuan,
        @Nullable Integer foundedFromYear,
        @Nullable Integer foundedToYear,
        @Nullable String divisionCode,
        @Nullable String tag) {

    /** Everything. */
    public static final EnterpriseFilter ALL =
            new EnterpriseFilter(
                    null, null, null, null, Set.of(), null, null, null, null, null, null, null,
                    null, null);

    public EnterpriseFilter {
        statuses = Set.copyOf(statuses);
    }
}
