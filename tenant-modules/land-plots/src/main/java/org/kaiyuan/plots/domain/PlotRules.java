package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotProfile;

/** What a plot's profile must be like, and its tidying: blanks trimmed, empty text is no text. */
public final class PlotRules {
    /** 配套 of an industrial plot at most, in percent: 国土资发〔2008〕24号. */
    public static final BigDecimal MOST_SERVICE = BigDecimal.valueOf(7);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_AREA = new BigDecimal("999999999999.99");
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999.9999");
    private static final BigDecimal MOST_RATIO = BigDecimal.valueOf(50);
    private static final int MOST_SHARES = 10;

    private final Faults faults = new Faults();

    private PlotRules() {}

    /**
     * The profile, tidied.
     *
     * @throws PlotFieldsRefused when a field is not as it must be; names every such field
     */
    public static PlotProfile checked(PlotProfile profile) {
        var rules = new PlotRules();
        var tidy = rules.check(profile);
        rules.faults.refuse();
        return tidy;
    }

    private PlotProfile check(PlotProfile p) {
        var service = percent("mostService", p.mostService());
        if (service != null
                && LandUses.isIndustrial(p.useCode())
                && service.compareTo(MOST_SERVICE) > 0) {
            faults.add("mostService", "service", MOST_SERVICE);
        }
        var least = faults.amount("leastRatio", p.leastRatio(), MOST_RATIO, 2);
        var most = faults.amount("mostRatio", p.mostRatio(), MOST_RATIO, 2);
        if (least != null && most != null && most.compareTo(least) < 0) {
            faults.add("mostRatio", "ratio");
        }
        if (p.plannedOn() != null && p.plannedOn().isBefore(LocalDate.of(1980, 1, 1))) {
            faults.add("plannedOn", "day");
        }
        return new PlotProfile(
                faults.needed("number", p.number(), 60),
                faults.needed("name", p.name(), 200),
                use("useCode", p.useCode()),
                shares(p.shares()),
                faults.size("declaredM2", p.declaredM2(), MOST_AREA, 2),
                faults.text("planName", p.planName(), 200),
                p.plannedOn(),
                least,
                most,
                percent("leastDensity", p.leastDensity()),
                faults.size("mostHeightM", p.mostHeightM(), BigDecimal.valueOf(999), 2),
                percent("mostGreen", p.mostGreen()),
                service,
                faults.amount("investmentYuanM2", p.investmentYuanM2(), MOST_MONEY, 4),
                faults.amount("taxYuanM2", p.taxYuanM2(), MOST_MONEY, 4),
                faults.amount("outputYuanM2", p.outputYuanM2(), MOST_MONEY, 4),
                faults.amount("priceYuanM2", p.priceYuanM2(), MOST_MONEY, 4),
                faults.text("priceBasis", p.priceBasis(), 200),
                p.utilities().stream().distinct().sorted().toList(),
                industries(p.industries()),
                p.holderId(),
                faults.text("holderName", p.holderName(), 200),
                faults.text("note", p.note(), 4000));
    }

    private List<PlotProfile.UseShare> shares(List<PlotProfile.UseShare> shares) {
        if (shares.isEmpty()) {
            return shares;
        }
        if (shares.size() > MOST_SHARES) {
            faults.add("shares", "tooMany", MOST_SHARES);
        }
        var seen = new HashSet<String>();
        var sum = BigDecimal.ZERO;
        var tidy = new ArrayList<PlotProfile.UseShare>();
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            var code = use("shares[" + i + "].useCode", share.useCode());
            if (!seen.add(code)) {
                faults.add("shares[" + i + "].useCode", "twice");
            }
            var place = "shares[" + i + "].percent";
            var percent = faults.size(place, share.percent(), HUNDRED, 2);
            if (percent == null) {
                faults.add(place, "required");
                percent = BigDecimal.ZERO;
            }
            sum = sum.add(percent);
            tidy.add(new PlotProfile.UseShare(code, percent));
        }
        if (sum.compareTo(HUNDRED) != 0) {
            faults.add("shares", "hundred", sum.stripTrailingZeros().toPlainString());
        }
        tidy.sort(Comparator.comparing(PlotProfile.UseShare::useCode));
        return tidy;
    }

    private List<String> industries(List<String> industries) {
        for (var industry : industries) {
            if (!Industries.leading().contains(industry)) {
                faults.add("industries", "industry", industry);
            }
        }
        return industries.stream().distinct().toList();
    }

    private String use(String field, String code) {
        var tidy = code.strip();
        if (!LandUses.isKnown(tidy)) {
            faults.add(field, "use");
        }
        return tidy;
    }

    private @Nullable BigDecimal percent(String field, @Nullable BigDecimal percent) {
        return faults.amount(field, percent, HUNDRED, 2);
    }
}
