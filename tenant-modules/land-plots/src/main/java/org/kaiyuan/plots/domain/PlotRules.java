package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
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

    private final List<FieldFault> faults = new ArrayList<>();

    private PlotRules() {}

    /**
     * The profile, tidied.
     *
     * @throws PlotFieldsRefused when a field is not as it must be; names every such field
     */
    public static PlotProfile checked(PlotProfile profile) {
        var rules = new PlotRules();
        var tidy = rules.check(profile);
        if (!rules.faults.isEmpty()) {
            throw new PlotFieldsRefused(rules.faults);
        }
        return tidy;
    }

    private PlotProfile check(PlotProfile p) {
        var service = percent("mostService", p.mostService());
        if (service != null
                && LandUses.isIndustrial(p.useCode())
                && service.compareTo(MOST_SERVICE) > 0) {
            fault("mostService", "service", MOST_SERVICE);
        }
        var least = amount("leastRatio", p.leastRatio(), MOST_RATIO, 2);
        var most = amount("mostRatio", p.mostRatio(), MOST_RATIO, 2);
        if (least != null && most != null && most.compareTo(least) < 0) {
            fault("mostRatio", "ratio");
        }
        if (p.plannedOn() != null && p.plannedOn().isBefore(LocalDate.of(1980, 1, 1))) {
            fault("plannedOn", "day");
        }
        return new PlotProfile(
                needed("number", p.number(), 60),
                needed("name", p.name(), 200),
                use("useCode", p.useCode()),
                shares(p.shares()),
                area(p.declaredM2()),
                text("planName", p.planName(), 200),
                p.plannedOn(),
                least,
                most,
                percent("leastDensity", p.leastDensity()),
                amount("mostHeightM", p.mostHeightM(), BigDecimal.valueOf(999), 2),
                percent("mostGreen", p.mostGreen()),
                service,
                amount("investmentYuanM2", p.investmentYuanM2(), MOST_MONEY, 4),
                amount("taxYuanM2", p.taxYuanM2(), MOST_MONEY, 4),
                amount("outputYuanM2", p.outputYuanM2(), MOST_MONEY, 4),
                amount("priceYuanM2", p.priceYuanM2(), MOST_MONEY, 4),
                p.utilities().stream().distinct().sorted().toList(),
                industries(p.industries()),
                p.holderId(),
                text("holderName", p.holderName(), 200),
                text("note", p.note(), 4000));
    }

    private List<PlotProfile.UseShare> shares(List<PlotProfile.UseShare> shares) {
        if (shares.isEmpty()) {
            return shares;
        }
        if (shares.size() > MOST_SHARES) {
            fault("shares", "tooMany", MOST_SHARES);
        }
        var seen = new HashSet<String>();
        var sum = BigDecimal.ZERO;
        var tidy = new ArrayList<PlotProfile.UseShare>();
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            var code = use("shares[" + i + "].useCode", share.useCode());
            if (!seen.add(code)) {
                fault("shares[" + i + "].useCode", "twice");
            }
            var percent = percent("shares[" + i + "].percent", share.percent());
            sum = sum.add(percent == null ? BigDecimal.ZERO : percent);
            tidy.add(new PlotProfile.UseShare(code, percent == null ? BigDecimal.ZERO : percent));
        }
        if (sum.compareTo(HUNDRED) != 0) {
            fault("shares", "hundred", sum.stripTrailingZeros().toPlainString());
        }
        tidy.sort(Comparator.comparing(PlotProfile.UseShare::useCode));
        return tidy;
    }

    private List<String> industries(List<String> industries) {
        for (var industry : industries) {
            if (!Industries.leading().contains(industry)) {
                fault("industries", "industry", industry);
            }
        }
        return industries.stream().distinct().toList();
    }

    private String use(String field, String code) {
        var tidy = code.strip();
        if (!LandUses.isKnown(tidy)) {
            fault(field, "use");
        }
        return tidy;
    }

    private @Nullable BigDecimal area(@Nullable BigDecimal area) {
        if (area != null && area.signum() == 0) {
            fault("declaredM2", "nothing");
        }
        return amount("declaredM2", area, MOST_AREA, 2);
    }

    private @Nullable BigDecimal percent(String field, @Nullable BigDecimal percent) {
        return amount(field, percent, HUNDRED, 2);
    }

    private @Nullable BigDecimal amount(
            String field, @Nullable BigDecimal amount, BigDecimal most, int decimals) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            fault(field, "negative");
        } else if (amount.compareTo(most) > 0) {
            fault(field, "tooMuch", most.toPlainString());
        }
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    private String needed(String field, @Nullable String text, int longest) {
        var tidy = text(field, text, longest);
        if (tidy == null) {
            fault(field, "required");
            return "";
        }
        return tidy.replaceAll("\\s+", " ");
    }

    private @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var tidy = text.replace("\u0000", "").strip();
        if (tidy.length() > longest) {
            fault(field, "tooLong", longest);
        }
        return tidy.isEmpty() ? null : tidy;
    }

    private void fault(String field, String rule, Object... arguments) {
        faults.add(new FieldFault(field, "plots.rule." + rule, List.of(arguments)));
    }
}
