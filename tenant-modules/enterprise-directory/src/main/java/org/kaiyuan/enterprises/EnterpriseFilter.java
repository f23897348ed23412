package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

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

    private static final BigDecimal MOST_CAPITAL = BigDecimal.TEN.pow(16);
    private static final int FINEST = 20;
    private static final int LAST_YEAR = 9999;

    /** Everything. */
    public static final EnterpriseFilter ALL =
            new EnterpriseFilter(
                    null, null, null, null, Set.of(), null, null, null, null, null, null, null,
                    null, null);

    /** Whatever comes from outside is brought into the bounds that PostgreSQL and Elasticsearch know. */
    public EnterpriseFilter {
        namePrefix = storable(namePrefix);
        industryCode = storable(industryCode);
        leadingIndustry = storable(leadingIndustry);
        subIndustry = storable(subIndustry);
        statuses = Set.copyOf(statuses);
        qualification = storable(qualification);
        capitalFromYuan = bounded(capitalFromYuan);
        capitalToYuan = bounded(capitalToYuan);
        foundedFromYear =
                foundedFromYear == null ? null : Math.clamp(foundedFromYear, 1, LAST_YEAR);
        foundedToYear = foundedToYear == null ? null : Math.clamp(foundedToYear, 1, LAST_YEAR);
        divisionCode = storable(divisionCode);
        tag = storable(tag);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : ChineseText.storable(text);
    }

    /** Before anything reckons with it: 1E+999999999 takes a gigabyte to write out. */
    private static @Nullable BigDecimal bounded(@Nullable BigDecimal yuan) {
        if (yuan == null) {
            return null;
        }
        if (yuan.compareTo(MOST_CAPITAL) > 0) {
            return MOST_CAPITAL;
        }
        if (yuan.compareTo(MOST_CAPITAL.negate()) < 0) {
            return MOST_CAPITAL.negate();
        }
        return yuan.scale() <= FINEST
                ? yuan
                : BigDecimal.valueOf(yuan.doubleValue()).setScale(2, RoundingMode.FLOOR);
    }
}
