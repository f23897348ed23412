package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead; how far it has come and whose it is are not part of it.
 *
 * @param exchangeRate yuan for one unit of {@code currency}; 1 for yuan
 * @param totalInvestment in units of {@code currency}
 * @param fixedInvestment in units of {@code currency}
 * @param wantedBy the latest day on which the ground or floor is wanted
 * @param riverDistanceM metres to the bank of the nearest main stream or tributary of the Yangtze, or key lake
 * @param inChemicalPark whether the site lies in a recognised chemical park (认定化工园区); null while unknown
 * @param environmentalZoning what 三线一单 says of the site
 * @param confidential visible to its owner and team only
 * @param probability percent
 */
public record LeadProfile(
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
        Set<String> tags) {

    public LeadProfile {
        investors = List.copyOf(investors);
        contacts = List.copyOf(contacts);
        tags = Set.copyOf(tags);
    }

    public LeadProfile withContacts(List<LeadContact> other) {
        return LeadDraft.of(this).contacts(other).profile();
    }
}
