package org.kaiyuan.leads.rest;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadState;

/** What narrows figures. */
record FigureParameters(
        @Nullable Set<LeadState> state,
        @Nullable String owner,
        @Nullable InvestmentWay way,
        @Nullable UUID fair,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable String industry,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredTo,
        @Nullable LocalDate signedFrom,
        @Nullable LocalDate signedTo,
        @Nullable String tag) {

    LeadFilter filter() {
        return LeadFilter.ALL
                .but()
                .states(state == null ? Set.of() : state)
                .owner(owner)
                .way(way)
                .fairId(fair)
                .leadingIndustry(leadingIndustry)
                .subIndustry(subIndustry)
                .industryCode(industry)
                .registeredFrom(day(registeredFrom))
                .registeredTo(day(registeredTo))
                .signedFrom(day(signedFrom))
                .signedTo(day(signedTo))
                .tag(tag)
                .filter();
    }

    /** What PostgreSQL does not know is left out, as in the address of a page. */
    private static @Nullable LocalDate day(@Nullable LocalDate day) {
        return day == null || day.getYear() < 1 || day.getYear() > 9999 ? null : day;
    }
}
