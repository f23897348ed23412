package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A profile that is being put together: forms, files and tests fill in what they know. */
public final class LeadDraft {
    private String projectName = "";
    private ProjectNature nature = ProjectNature.GENERAL;
    private @Nullable String summary;
    private InvestmentWay way = InvestmentWay.WALK_IN;
    private @Nullable UUID fairId;
    private @Nullable String introducer;
    private @Nullable String leadingIndustry;
    private @Nullable String subIndustry;
    private @Nullable String industryCode;
    private @Nullable String cluster;
    private @Nullable CatalogueClass catalogueClass;
    private String currency = "CNY";
    private BigDecimal exchangeRate = BigDecimal.ONE;
    private @Nullable BigDecimal totalInvestment;
    private @Nullable BigDecimal fixedInvestment;
    private @Nullable BigDecimal wantedLandM2;
    private @Nullable BigDecimal wantedFloorM2;
    private @Nullable LocalDate wantedBy;
    private @Nullable BigDecimal powerKva;
    private @Nullable BigDecimal waterM3PerDay;
    private @Nullable BigDecimal gasM3PerDay;
    private @Nullable BigDecimal steamTPerHour;
    private @Nullable BigDecimal ceilingHeightM;
    private @Nullable BigDecimal floorLoadTPerM2;
    private @Nullable BigDecimal expectedRevenueYuan;
    private @Nullable BigDecimal expectedTaxYuan;
    private @Nullable Integer expectedJobs;
    private @Nullable BigDecimal energyTce;
    private @Nullable String emissions;
    private boolean chemical = false;
    private @Nullable Integer riverDistanceM;
    private @Nullable Boolean inChemicalPark;
    private @Nullable String environmentalZoning;
    private boolean confidential = false;
    private @Nullable Integer probability;
    private @Nullable String nextAction;
    private @Nullable LocalDate nextActionOn;
    private List<InvestorLine> investors = List.of();
    private List<LeadContact> contacts = List.of();
    private Set<String> tags = Set.of();

    /** Nothing but a name. */
    public static LeadDraft named(String projectName) {
        return new LeadDraft().projectName(projectName);
    }

    public static LeadDraft of(LeadProfile profile) {
        var draft = new LeadDraft();
        draft.projectName = profile.projectName();
        draft.nature = profile.nature();
        draft.summary = profile.summary();
        draft.way = profile.way();
        draft.fairId = profile.fairId();
        draft.introducer = profile.introducer();
        draft.leadingIndustry = profile.leadingIndustry();
        draft.subIndustry = profile.subIndustry();
        draft.industryCode = profile.industryCode();
        draft.cluster = profile.cluster();
        draft.catalogueClass = profile.catalogueClass();
        draft.currency = profile.currency();
        draft.exchangeRate = profile.exchangeRate();
        draft.totalInvestment = profile.totalInvestment();
        draft.fixedInvestment = profile.fixedInvestment();
        draft.wantedLandM2 = profile.wantedLandM2();
        draft.wantedFloorM2 = profile.wantedFloorM2();
        draft.wantedBy = profile.wantedBy();
        draft.powerKva = profile.powerKva();
        draft.waterM3PerDay = profile.waterM3PerDay();
        draft.gasM3PerDay = profile.gasM3PerDay();
        draft.steamTPerHour = profile.steamTPerHour();
        draft.ceilingHeightM = profile.ceilingHeightM();
        draft.floorLoadTPerM2 = profile.floorLoadTPerM2();
        draft.expectedRevenueYuan = profile.expectedRevenueYuan();
        draft.expectedTaxYuan = profile.expectedTaxYuan();
        draft.expectedJobs = profile.expectedJobs();
        draft.energyTce = profile.energyTce();
        draft.emissions = profile.emissions();
        draft.chemical = profile.chemical();
        draft.riverDistanceM = profile.riverDistanceM();
        draft.inChemicalPark = profile.inChemicalPark();
        draft.environmentalZoning = profile.environmentalZoning();
        draft.confidential = profile.confidential();
        draft.probability = profile.probability();
        draft.nextAction = profile.nextAction();
        draft.nextActionOn = profile.nextActionOn();
        draft.investors = profile.investors();
        draft.contacts = profile.contacts();
        draft.tags = profile.tags();
        return draft;
    }

    public LeadDraft projectName(String projectName) {
        this.projectName = projectName;
        return this;
    }

    public LeadDraft nature(ProjectNature nature) {
        this.nature = nature;
        return this;
    }

    public LeadDraft summary(@Nullable String summary) {
        this.summary = summary;
        return this;
    }

    public LeadDraft way(InvestmentWay way) {
        this.way = way;
        return this;
    }

    public LeadDraft fairId(@Nullable UUID fairId) {
        this.fairId = fairId;
        return this;
    }

    public LeadDraft introducer(@Nullable String introducer) {
        this.introducer = introducer;
        return this;
    }

    public LeadDraft leadingIndustry(@Nullable String leadingIndustry) {
        this.leadingIndustry = leadingIndustry;
        return this;
    }

    public LeadDraft subIndustry(@Nullable String subIndustry) {
        this.subIndustry = subIndustry;
        return this;
    }

    public LeadDraft industryCode(@Nullable String industryCode) {
        this.industryCode = industryCode;
        return this;
    }

    public LeadDraft cluster(@Nullable String cluster) {
        this.cluster = cluster;
        return this;
    }

    public LeadDraft catalogueClass(@Nullable CatalogueClass catalogueClass) {
        this.catalogueClass = catalogueClass;
        return this;
    }

    public LeadDraft currency(String currency) {
        this.currency = currency;
        return this;
    }

    public LeadDraft exchangeRate(BigDecimal exchangeRate) {
        this.exchangeRate = exchangeRate;
        return this;
    }

    public LeadDraft totalInvestment(@Nullable BigDecimal totalInvestment) {
        this.totalInvestment = totalInvestment;
        return this;
    }

    public LeadDraft fixedInvestment(@Nullable BigDecimal fixedInvestment) {
        this.fixedInvestment = fixedInvestment;
        return this;
    }

    public LeadDraft wantedLandM2(@Nullable BigDecimal wantedLandM2) {
        this.wantedLandM2 = wantedLandM2;
        return this;
    }

    public LeadDraft wantedFloorM2(@Nullable BigDecimal wantedFloorM2) {
        this.wantedFloorM2 = wantedFloorM2;
        return this;
    }

    public LeadDraft wantedBy(@Nullable LocalDate wantedBy) {
        this.wantedBy = wantedBy;
        return this;
    }

    public LeadDraft powerKva(@Nullable BigDecimal powerKva) {
        this.powerKva = powerKva;
        return this;
    }

    public LeadDraft waterM3PerDay(@Nullable BigDecimal waterM3PerDay) {
        this.waterM3PerDay = waterM3PerDay;
        return this;
    }

    public LeadDraft gasM3PerDay(@Nullable BigDecimal gasM3PerDay) {
        this.gasM3PerDay = gasM3PerDay;
        return this;
    }

    public LeadDraft steamTPerHour(@Nullable BigDecimal steamTPerHour) {
        this.steamTPerHour = steamTPerHour;
        return this;
    }

    public LeadDraft ceilingHeightM(@Nullable BigDecimal ceilingHeightM) {
        this.ceilingHeightM = ceilingHeightM;
        return this;
    }

    public LeadDraft floorLoadTPerM2(@Nullable BigDecimal floorLoadTPerM2) {
        this.floorLoadTPerM2 = floorLoadTPerM2;
        return this;
    }

    public LeadDraft expectedRevenueYuan(@Nullable BigDecimal expectedRevenueYuan) {
        this.expectedRevenueYuan = expectedRevenueYuan;
        return this;
    }

    public LeadDraft expectedTaxYuan(@Nullable BigDecimal expectedTaxYuan) {
        this.expectedTaxYuan = expectedTaxYuan;
        return this;
    }

    public LeadDraft expectedJobs(@Nullable Integer expectedJobs) {
        this.expectedJobs = expectedJobs;
        return this;
    }

    public LeadDraft energyTce(@Nullable BigDecimal energyTce) {
        this.energyTce = energyTce;
        return this;
    }

    public LeadDraft emissions(@Nullable String emissions) {
        this.emissions = emissions;
        return this;
    }

    public LeadDraft chemical(boolean chemical) {
        this.chemical = chemical;
        return this;
    }

    public LeadDraft riverDistanceM(@Nullable Integer riverDistanceM) {
        this.riverDistanceM = riverDistanceM;
        return this;
    }

    public LeadDraft inChemicalPark(@Nullable Boolean inChemicalPark) {
        this.inChemicalPark = inChemicalPark;
        return this;
    }

    public LeadDraft environmentalZoning(@Nullable String environmentalZoning) {
        this.environmentalZoning = environmentalZoning;
        return this;
    }

    public LeadDraft confidential(boolean confidential) {
        this.confidential = confidential;
        return this;
    }

    public LeadDraft probability(@Nullable Integer probability) {
        this.probability = probability;
        return this;
    }

    public LeadDraft nextAction(@Nullable String nextAction) {
        this.nextAction = nextAction;
        return this;
    }

    public LeadDraft nextActionOn(@Nullable LocalDate nextActionOn) {
        this.nextActionOn = nextActionOn;
        return this;
    }

    public LeadDraft investors(List<InvestorLine> investors) {
        this.investors = investors;
        return this;
    }

    public LeadDraft contacts(List<LeadContact> contacts) {
        this.contacts = contacts;
        return this;
    }

    public LeadDraft tags(Set<String> tags) {
        this.tags = tags;
        return this;
    }

    public LeadProfile profile() {
        return new LeadProfile(
                projectName,
                nature,
                summary,
                way,
                fairId,
                introducer,
                leadingIndustry,
                subIndustry,
                industryCode,
                cluster,
                catalogueClass,
                currency,
                exchangeRate,
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
                chemical,
                riverDistanceM,
                inChemicalPark,
                environmentalZoning,
                confidential,
                probability,
                nextAction,
                nextActionOn,
                investors,
                contacts,
                tags);
    }
}
