package org.kaiyuan.leads.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.ProjectNature;
import org.kaiyuan.leads.TeamMember;

/** A lead as programs read it; contacts masked. */
record LeadAnswer(
        UUID id,
        long version,
        String code,
        String projectName,
        ProjectNature nature,
        @Nullable String summary,
        InvestmentWay way,
        @Nullable UUID fairId,
        @Nullable String introducer,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable String industryCode,
        @Nullable String cluster,
        @Nullable CatalogueClass catalogueClass,
        String currency,
        BigDecimal exchangeRate,
        @Nullable BigDecimal totalInvestment,
        @Nullable BigDecimal fixedInvestment,
        @Nullable BigDecimal wantedLandM2,
        @Nullable BigDecimal wantedFloorM2,
        @Nullable LocalDate wantedBy,
        @Nullable BigDecimal powerKva,
        @Nullable BigDecimal waterM3PerDay,
        @Nullable BigDecimal gasM3PerDay,
        @Nullable BigDecimal steamTPerHour,
        @Nullable BigDecimal ceilingHeightM,
        @Nullable BigDecimal floorLoadTPerM2,
        @Nullable BigDecimal expectedRevenueYuan,
        @Nullable BigDecimal expectedTaxYuan,
        @Nullable Integer expectedJobs,
        @Nullable BigDecimal energyTce,
        @Nullable String emissions,
        boolean chemical,
        @Nullable Integer riverDistanceM,
        @Nullable Boolean inChemicalPark,
        @Nullable String environmentalZoning,
        boolean confidential,
        @Nullable Integer probability,
        @Nullable String nextAction,
        @Nullable LocalDate nextActionOn,
        List<InvestorLine> investors,
        List<LeadContact> contacts,
        Set<String> tags,
        LeadStage stage,
        Instant stageSince,
        LeadState state,
        @Nullable String stateReason,
        @Nullable String owner,
        @Nullable String ownerName,
        List<TeamMember> team,
        @Nullable LocalDate signedOn,
        @Nullable UUID enterpriseId,
        LocalDate registeredOn,
        @Nullable Instant followedAt,
        @Nullable LocalDate dueOn,
        @Nullable DueKind dueKind,
        boolean dueEstimated,
        @Nullable LocalDate silentOn,
        @Nullable String poolReason,
        Instant createdAt,
        Instant updatedAt) {

    static LeadAnswer of(LeadDetails d) {
        var p = d.profile();
        return new LeadAnswer(
                d.id().value(),
                d.version(),
                d.code(),
                p.projectName(),
                p.nature(),
                p.summary(),
                p.way(),
                p.fairId(),
                p.introducer(),
                p.leadingIndustry(),
                p.subIndustry(),
                p.industryCode(),
                p.cluster(),
                p.catalogueClass(),
                p.currency(),
                p.exchangeRate(),
                p.totalInvestment(),
                p.fixedInvestment(),
                p.wantedLandM2(),
                p.wantedFloorM2(),
                p.wantedBy(),
                p.powerKva(),
                p.waterM3PerDay(),
                p.gasM3PerDay(),
                p.steamTPerHour(),
                p.ceilingHeightM(),
                p.floorLoadTPerM2(),
                p.expectedRevenueYuan(),
                p.expectedTaxYuan(),
                p.expectedJobs(),
                p.energyTce(),
                p.emissions(),
                p.chemical(),
                p.riverDistanceM(),
                p.inChemicalPark(),
                p.environmentalZoning(),
                p.confidential(),
                p.probability(),
                p.nextAction(),
                p.nextActionOn(),
                p.investors(),
                p.contacts(),
                p.tags(),
                d.stage(),
                d.stageSince(),
                d.state(),
                d.stateReason(),
                d.owner(),
                d.ownerName(),
                d.team(),
                d.signedOn(),
                d.enterpriseId() == null ? null : d.enterpriseId().value(),
                d.registeredOn(),
                d.followedAt(),
                d.dueOn(),
                d.dueKind(),
                d.dueEstimated(),
                d.silentOn(),
                d.poolReason(),
                d.createdAt(),
                d.updatedAt());
    }
}
