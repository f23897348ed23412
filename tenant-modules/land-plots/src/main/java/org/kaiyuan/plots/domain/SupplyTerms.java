package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.SupplyMode;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.plots.SupplyRules;

/**
 * What a supply contract must be like, and its tidying.
 *
 * <p>Terms: industry 50 years at most, homes 70, trade and leisure 40, all else 50 (城镇国有土地使用权出让和转让暂行条例
 * art. 12); those of 弹性年期, leases and first leases are the zone's.
 */
public final class SupplyTerms {
    private static final BigDecimal MOST_PER_M2 = new BigDecimal("9999999999.9999");

    private SupplyTerms() {}

    /**
     * The note, tidied.
     *
     * @param useCode of the plot
     * @throws PlotFieldsRefused names every field at fault
     */
    public static SupplyNote checked(
            SupplyNote n, String useCode, SupplyRules rules, LocalDate today) {
        var faults = new Faults();
        faults.past("signedOn", n.signedOn(), today);
        faults.day("startOn", n.startOn());
        faults.day("finishOn", n.finishOn());
        faults.day("productionOn", n.productionOn());
        faults.order(n.startOn(), "finishOn", n.finishOn());
        faults.order(n.startOn(), "productionOn", n.productionOn());
        term(faults, n, useCode, rules);
        faults.whole("jobs", n.jobs(), 0, 10_000_000);
        var tidy =
                new SupplyNote(
                        n.mode(),
                        faults.needed("number", n.number(), 100),
                        n.signedOn(),
                        n.holderId(),
                        faults.needed("holderName", n.holderName(), 200),
                        n.leadId(),
                        n.termYears(),
                        n.leaseYears(),
                        faults.amount("priceYuan", n.priceYuan(), Faults.MOST_MONEY, 2),
                        n.startOn(),
                        n.finishOn(),
                        n.productionOn(),
                        faults.amount("investmentYuanM2", n.investmentYuanM2(), MOST_PER_M2, 4),
                        faults.amount("taxYuanM2", n.taxYuanM2(), MOST_PER_M2, 4),
                        faults.amount("outputYuanM2", n.outputYuanM2(), MOST_PER_M2, 4),
                        faults.amount("floorRatio", n.floorRatio(), BigDecimal.valueOf(50), 2),
                        faults.amount(
                                "energyTce", n.energyTce(), new BigDecimal("999999999999"), 2),
                        n.jobs(),
                        faults.text("note", n.note(), 4000));
        faults.refuse();
        return tidy;
    }

    /** The longest term that the law gives this use, in years. */
    public static int mostYears(String useCode) {
        if (LandUses.isIndustrial(useCode)) {
            return 50;
        }
        return useCode.startsWith("07") ? 70 : useCode.startsWith("09") ? 40 : 50;
    }

    /** Field by field, as the history shows it; the lead is left out, which not everybody may see. */
    public static List<FieldChange> differences(@Nullable SupplyNote before, SupplyNote after) {
        return Differences.between(before == null ? Map.of() : texts(before), texts(after));
    }

    private static void term(Faults faults, SupplyNote n, String useCode, SupplyRules rules) {
        int law = mostYears(useCode);
        switch (n.mode()) {
            case GRANT, CAPITAL -> years(faults, "termYears", n.termYears(), 1, law);
            case FLEXIBLE ->
                    years(
                            faults,
                            "termYears",
                            n.termYears(),
                            1,
                            Math.min(law, rules.mostFlexibleYears()));
            case LONG_LEASE ->
                    years(
                            faults,
                            "termYears",
                            n.termYears(),
                            rules.leastLeaseYears(),
                            rules.mostLeaseYears());
            case LEASE_THEN_GRANT -> {
                years(faults, "termYears", n.termYears(), 1, law);
                if (n.leaseYears() == null) {
                    faults.add("leaseYears", "required");
                } else {
                    years(
                            faults,
                            "leaseYears",
                            n.leaseYears(),
                            1,
                            Math.min(rules.mostFirstLeaseYears(), Math.max(1, n.termYears())));
                }
            }
        }
        if (n.mode() != SupplyMode.LEASE_THEN_GRANT && n.leaseYears() != null) {
            faults.add("leaseYears", "firstLease");
        }
    }

    private static void years(Faults faults, String field, int years, int least, int most) {
        if (years < least || years > most) {
            faults.add(field, "years", least, most);
        }
    }

    private static Map<String, @Nullable String> texts(SupplyNote n) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("mode", n.mode().name());
        fields.put("contractNumber", n.number());
        fields.put("signedOn", n.signedOn().toString());
        fields.put("holder", n.holderName());
        fields.put("termYears", Differences.text(n.termYears()));
        fields.put("leaseYears", Differences.text(n.leaseYears()));
        fields.put("priceYuan", Differences.text(n.priceYuan()));
        fields.put("startOn", Differences.text(n.startOn()));
        fields.put("finishOn", Differences.text(n.finishOn()));
        fields.put("productionOn", Differences.text(n.productionOn()));
        fields.put("investmentYuanM2", Differences.text(n.investmentYuanM2()));
        fields.put("taxYuanM2", Differences.text(n.taxYuanM2()));
        fields.put("outputYuanM2", Differences.text(n.outputYuanM2()));
        fields.put("floorRatio", Differences.text(n.floorRatio()));
        fields.put("energyTce", Differences.text(n.energyTce()));
        fields.put("jobs", Differences.text(n.jobs()));
        fields.put("note", n.note());
        return fields;
    }
}
