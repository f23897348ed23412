package org.kaiyuan.enterprises.rest;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseStatus;

/** The filters of lists, searches and exports as request parameters. */
record FilterParameters(
        @Nullable String name,
        @Nullable String industry,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable Set<EnterpriseStatus> status,
        @Nullable String qualification,
        @Nullable Boolean aboveScale,
        @Nullable Boolean fourAbove,
        @Nullable BigDecimal capitalFrom,
        @Nullable BigDecimal capitalTo,
        @Nullable Integer foundedFrom,
        @Nullable Integer foundedTo,
        @Nullable String division,
        @Nullable String tag) {

    EnterpriseFilter filter() {
        return new EnterpriseFilter(
                name,
                industry,
                leadingIndustry,
                subIndustry,
                status == null
                        ? Set.of()
                        : status.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                qualification,
                aboveScale,
                fourAbove,
                capitalFrom,
                capitalTo,
                foundedFrom,
                foundedTo,
                division,
                tag);
    }
}
