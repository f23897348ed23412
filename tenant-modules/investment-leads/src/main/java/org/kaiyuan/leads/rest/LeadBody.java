package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.ProjectNature;

/** A lead as programs write it; what is left out is empty. What only we write is passed over. */
@Schema(name = "Lead")
@JsonIgnoreProperties({
    "id",
    "version",
    "code",
    "stage",
    "stageSince",
    "state",
    "stateReason",
    "owner",
    "ownerName",
    "team",
    "signedOn",
    "enterpriseId",
    "registeredOn",
    "followedAt",
    "dueOn",
    "dueKind",
    "dueEstimated",
    "silentOn",
    "poolReason",
    "createdAt",
    "updatedAt"
})
record LeadBody(
        @Nullable String projectName,
        @Nullable ProjectNature nature,
        @Nullable String summary,
        @Nullable InvestmentWay way,
        @Nullable UUID fairId,
        @Nullable String introducer,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable String industryCode,
        @Nullable String cluster,
        @Nullable CatalogueClass catalogueClass,
        @Nullable String currency,
        @Nullable BigDecimal exchangeRate,
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
        @Nullable Boolean chemical,
        @Nullable Integer riverDistanceM,
        @Nullable Boolean inChemicalPark,
        @Nullable String environmentalZoning,
        @Nullable Boolean confidential,
        @Nullable Integer probability,
        @Nullable String nextAction,
        @Nullable LocalDate nextActionOn,
        @Nullable List<LeadInvestorBody> investors,
        @Nullable List<LeadContact> contacts,
        @Nullable Set<String> tags) {

    LeadProfile profile() {
        return new LeadProfile(
                projectName == null ? "" : projectName,
                nature == null ? ProjectNature.GENERAL : nature,
                summary,
                way == null ? InvestmentWay.WALK_IN : way,
                fairId,
                introducer,
                leadingIndustry,
                subIndustry,
                industryCode,
                cluster,
                catalogueClass,
                currency == null ? "CNY" : currency,
                exchangeRate == null ? BigDecimal.ONE : exchangeRate,
                totalInvestment,
                fixedInvestment,
                wantedLandM2,
                wantedFloorM2,
                wantedBy,
                powerKva,
                waterM3PerDay,
                gasM3PerDay,
                steamTPerHour,
                ceilingHeightM,
                floorLoadTPerM2,
                expectedRevenueYuan,
                expectedTaxYuan,
                expectedJobs,
                energyTce,
                emissions,
                Boolean.TRUE.equals(chemical),
                riverDistanceM,
                inChemicalPark,
                environmentalZoning,
                Boolean.TRUE.equals(confidential),
                probability,
                nextAction,
                nextActionOn,
                investors == null
                        ? List.of()
                        : investors.stream().map(LeadInvestorBody::line).toList(),
                contacts == null ? List.of() : contacts,
                tags == null ? Set.of() : tags);
    }

    /** Only its name is wanted. */
    @Schema(name = "LeadInvestor")
    record LeadInvestorBody(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String foreignRegistration,
            @Nullable String country,
            @Nullable Boolean global500,
            @Nullable Boolean listed,
            @Nullable Boolean industryLeader,
            @Nullable UUID enterpriseId) {
        InvestorLine line() {
            return new InvestorLine(
                    id,
                    Objects.requireNonNullElse(name, ""),
                    creditCode,
                    foreignRegistration,
                    Objects.requireNonNullElse(country, "CN"),
                    Boolean.TRUE.equals(global500),
                    Boolean.TRUE.equals(listed),
                    Boolean.TRUE.equals(industryLeader),
                    enterpriseId);
        }
    }
}
