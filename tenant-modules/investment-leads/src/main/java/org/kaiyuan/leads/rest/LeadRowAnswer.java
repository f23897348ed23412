package org.kaiyuan.leads.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;

/** A row of a list as programs read it. */
record LeadRowAnswer(
        UUID id,
        long version,
        String code,
        String projectName,
        @Nullable String investor,
        LeadStage stage,
        LeadState state,
        InvestmentWay way,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable String industryCode,
        @Nullable Long investmentYuan,
        @Nullable BigDecimal wantedLandM2,
        @Nullable BigDecimal wantedFloorM2,
        @Nullable String owner,
        @Nullable String ownerName,
        boolean confidential,
        @Nullable Integer probability,
        @Nullable String nextAction,
        @Nullable LocalDate nextActionOn,
        @Nullable LocalDate dueOn,
        @Nullable DueKind dueKind,
        Instant stageSince,
        LocalDate registeredOn,
        @Nullable LocalDate signedOn,
        Instant updatedAt,
        List<String> tags) {

    static LeadRowAnswer of(LeadRow r) {
        return new LeadRowAnswer(
                r.id().value(),
                r.version(),
                r.code(),
                r.projectName(),
                r.investor(),
                r.stage(),
                r.state(),
                r.way(),
                r.leadingIndustry(),
                r.subIndustry(),
                r.industryCode(),
                r.investmentYuan(),
                r.wantedLandM2(),
                r.wantedFloorM2(),
                r.owner(),
                r.ownerName(),
                r.confidential(),
                r.probability(),
                r.nextAction(),
                r.nextActionOn(),
                r.dueOn(),
                r.dueKind(),
                r.stageSince(),
                r.registeredOn(),
                r.signedOn(),
                r.updatedAt(),
                r.tags());
    }
}
