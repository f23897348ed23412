package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead in a list.
 *
 * @param investor the first one; null while none is known
 * @param investmentYuan total; null while unknown
 * @param owner user name; null while it lies in the pool
 * @param dueOn when something is due next; null when nothing is
 */
public record LeadRow(
        LeadId id,
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
        @Nullable Instant followedAt,
        LocalDate registeredOn,
        @Nullable LocalDate signedOn,
        Instant updatedAt,
        long version,
        List<String> tags) {}
