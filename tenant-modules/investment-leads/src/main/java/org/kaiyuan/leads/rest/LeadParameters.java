package org.kaiyuan.leads.rest;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;

/** The filters of lists, figures, exports and saved views, as request parameters or as JSON. */
record LeadParameters(
        @Nullable String name,
        @Nullable Set<LeadStage> stage,
        @Nullable Set<LeadState> state,
        @Nullable String owner,
        @Nullable Boolean pool,
        @Nullable InvestmentWay way,
        @Nullable UUID fair,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable String industry,
        @Nullable LeadStage reached,
        @Nullable Long investmentFrom,
        @Nullable Long investmentTo,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredTo,
        @Nullable LocalDate signedFrom,
        @Nullable LocalDate signedTo,
        @Nullable LocalDate dueUntil,
        @Nullable LocalDate silentUntil,
        @Nullable LocalDate stuckSince,
        @Nullable UUID enterprise,
        @Nullable String tag) {

    LeadFilter filter() {
        return new LeadFilter.Draft()
                .namePrefix(name)
                .stages(stage == null ? Set.of() : stage)
                .states(state == null ? Set.of() : state)
                .owner(owner)
                .pool(Boolean.TRUE.equals(pool))
                .way(way)
                .fairId(fair)
                .leadingIndustry(leadingIndustry)
                .subIndustry(subIndustry)
                .industryCode(industry)
                .reached(reached)
                .investmentFromYuan(investmentFrom)
                .investmentToYuan(investmentTo)
                .registeredFrom(bounded("registeredFrom", registeredFrom))
                .registeredTo(bounded("registeredTo", registeredTo))
                .signedFrom(bounded("signedFrom", signedFrom))
                .signedTo(bounded("signedTo", signedTo))
                .dueUntil(bounded("dueUntil", dueUntil))
                .silentUntil(bounded("silentUntil", silentUntil))
                .stuckSince(bounded("stuckSince", stuckSince))
                .enterpriseId(enterprise)
                .tag(tag)
                .filter();
    }

    static LeadParameters of(LeadFilter f) {
        return new LeadParameters(
                f.namePrefix(),
                f.stages().isEmpty() ? null : f.stages(),
                f.states().isEmpty() ? null : f.states(),
                f.owner(),
                f.pool() ? true : null,
                f.way(),
                f.fairId(),
                f.leadingIndustry(),
                f.subIndustry(),
                f.industryCode(),
                f.reached(),
                f.investmentFromYuan(),
                f.investmentToYuan(),
                f.registeredFrom(),
                f.registeredTo(),
                f.signedFrom(),
                f.signedTo(),
                f.dueUntil(),
                f.silentUntil(),
                f.stuckSince(),
                f.enterpriseId(),
                f.tag());
    }

    /** PostgreSQL knows fewer days than Java. */
    static <T extends @Nullable LocalDate> T bounded(String field, T day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > 9998)) {
            throw new LeadFieldsRefused(field, "leads.rule.day");
        }
        return day;
    }
}
