package org.kaiyuan.leads.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.ClearanceKind;
import org.kaiyuan.leads.Gate;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.ProjectNature;
import org.kaiyuan.leads.RefusedGate;

/** Which gates refuse a lead that wants to go on. */
public final class Gates {
    /** 长江保护法 art. 26: one kilometre from the bank. */
    public static final int RIVER_METRES = 1000;

    private Gates() {}

    /**
     * What a lead shows.
     *
     * @param hasFile a file hangs on the lead
     * @param reviewPassed its newest closed review was passed
     * @param hasAgreement an agreement with the investor is recorded
     * @param landSupplied a plot was supplied to it, or there is nobody to ask
     */
    public record Shown(
            LeadProfile profile,
            @Nullable String owner,
            boolean hasFile,
            boolean reviewPassed,
            boolean hasAgreement,
            boolean hasEnterprise,
            boolean landSupplied,
            Set<ClearanceKind> cleared) {}

    /**
     * Those that refuse, in the order of the stages; none when it may go on.
     *
     * @param entered every stage on the way, the wanted one last, those already passed left out
     */
    public static List<RefusedGate> refusing(Collection<LeadStage> entered, Shown shown) {
        var refused = new ArrayList<RefusedGate>();
        if (entered.isEmpty()) {
            return refused;
        }
        outright(shown.profile(), refused);
        var missing = new LinkedHashSet<String>();
        boolean file = false;
        for (var stage : entered) {
            missing.addAll(missing(stage, shown));
            file |= stage == LeadStage.REVIEW || stage == LeadStage.SIGNED;
        }
        if (!missing.isEmpty()) {
            refused.add(new RefusedGate(Gate.FIELDS, List.copyOf(missing)));
        }
        if (file && !shown.hasFile()) {
            refused.add(new RefusedGate(Gate.FILES));
        }
        if (entered.contains(LeadStage.SIGNED)) {
            if (!shown.reviewPassed()) {
                refused.add(new RefusedGate(Gate.REVIEW_PASSED));
            }
            if (!shown.hasAgreement()) {
                refused.add(new RefusedGate(Gate.AGREEMENT));
            }
        }
        if (entered.contains(LeadStage.REGISTERED) && !shown.hasEnterprise()) {
            refused.add(new RefusedGate(Gate.ENTERPRISE));
        }
        if (entered.contains(LeadStage.LAND)
                && !shown.landSupplied()
                && !wantsFloorOnly(shown.profile())) {
            refused.add(new RefusedGate(Gate.LAND_SUPPLIED));
        }
        if (entered.contains(LeadStage.CONSTRUCTION)) {
            if (!shown.cleared().contains(ClearanceKind.ENVIRONMENT)) {
                refused.add(new RefusedGate(Gate.ENVIRONMENT));
            }
            if (!shown.cleared().contains(ClearanceKind.ENERGY)) {
                refused.add(new RefusedGate(Gate.ENERGY));
            }
        }
        return refused;
    }

    /** Who goes into a building that stands already takes no ground, and none can be supplied to it. */
    private static boolean wantsFloorOnly(LeadProfile p) {
        return p.wantedFloorM2() != null
                && p.wantedFloorM2().signum() > 0
                && (p.wantedLandM2() == null || p.wantedLandM2().signum() == 0);
    }

    /** Whatever the stage: these projects may go nowhere. */
    private static void outright(LeadProfile p, List<RefusedGate> refused) {
        if (p.nature() != ProjectNature.GENERAL) {
            refused.add(new RefusedGate(Gate.NATURE));
        }
        if (p.catalogueClass() == CatalogueClass.ELIMINATED) {
            refused.add(new RefusedGate(Gate.ELIMINATED));
        }
        if (p.chemical()) {
            if (p.riverDistanceM() != null && p.riverDistanceM() <= RIVER_METRES) {
                refused.add(new RefusedGate(Gate.CHEMICAL_RIVER));
            }
            if (Boolean.FALSE.equals(p.inChemicalPark())) {
                refused.add(new RefusedGate(Gate.CHEMICAL_PARK));
            }
        }
    }

    private static List<String> missing(LeadStage stage, Shown shown) {
        var p = shown.profile();
        var missing = new ArrayList<String>();
        switch (stage) {
            case ASSESSMENT -> {
                want(missing, "investors", !p.investors().isEmpty());
                want(
                        missing,
                        "leadingIndustry",
                        p.leadingIndustry() != null || p.industryCode() != null);
            }
            case NEGOTIATION -> {
                want(missing, "owner", shown.owner() != null);
                want(missing, "contacts", !p.contacts().isEmpty());
                want(missing, "totalInvestment", p.totalInvestment() != null);
            }
            case REVIEW -> {
                want(missing, "industryCode", p.industryCode() != null);
                want(missing, "catalogueClass", p.catalogueClass() != null);
                want(missing, "fixedInvestment", p.fixedInvestment() != null);
                want(
                        missing,
                        "wantedLandM2",
                        p.wantedLandM2() != null || p.wantedFloorM2() != null);
                want(missing, "expectedRevenueYuan", p.expectedRevenueYuan() != null);
                want(missing, "expectedTaxYuan", p.expectedTaxYuan() != null);
                want(missing, "expectedJobs", p.expectedJobs() != null);
                want(missing, "energyTce", p.energyTce() != null);
                want(missing, "environmentalZoning", p.environmentalZoning() != null);
                if (p.chemical()) {
                    want(missing, "riverDistanceM", p.riverDistanceM() != null);
                    want(missing, "inChemicalPark", p.inChemicalPark() != null);
                }
            }
            default -> {}
        }
        return missing;
    }

    private static void want(List<String> missing, String field, boolean there) {
        if (!there) {
            missing.add(field);
        }
    }
}
