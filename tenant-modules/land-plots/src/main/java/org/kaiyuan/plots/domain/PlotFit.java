package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadWish;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchTone;
import org.kaiyuan.plots.Utility;

/** Whether a plot fits a lead, and how well. */
public final class PlotFit {
    /** 一类工业用地: for what disturbs nobody. */
    private static final String LIGHT_INDUSTRY = "100101";

    private static final Set<Utility> BASIC =
            EnumSet.of(Utility.ROAD, Utility.WATER, Utility.SEWER, Utility.POWER);

    /** 1 yuan/m² is 1/15 万元/亩. */
    private static final BigDecimal WAN_PER_MU = new BigDecimal("15");

    private PlotFit() {}

    /** @param site is asked of chemistry only */
    public static Verdict judge(LeadWish wish, PlotFacts plot, ChemicalSite site, LocalDate today) {
        var weighing = new Weighing();
        weighing.refuseIf(!plot.row().state().isOpen(), MatchObstacle.STATE);
        weighing.area(plot.row().computedM2(), wish.landM2(), MatchTerms.AREA, true);
        industry(weighing, wish, plot);
        utilities(weighing, wish, plot);
        readiness(weighing, wish, plot, today);
        standard(weighing, wish, plot);
        availability(weighing, wish, plot);
        use(weighing, wish, plot);
        if (wish.chemical()) {
            chemistry(weighing, wish, plot, site);
        }
        return weighing.verdict();
    }

    private static void industry(Weighing weighing, LeadWish wish, PlotFacts plot) {
        var leading = wish.lead().leadingIndustry();
        if (plot.industries().isEmpty()) {
            weighing.doubt(MatchTerms.INDUSTRY, "industry.open");
        } else if (leading == null) {
            weighing.doubt(MatchTerms.INDUSTRY, "industry.unknown");
        } else if (plot.industries().contains(leading)) {
            weighing.say(MatchTerms.INDUSTRY, MatchTerms.INDUSTRY, "industry.meant", leading);
        } else {
            weighing.say(
                    0,
                    MatchTerms.INDUSTRY,
                    "industry.other",
                    plot.industries().stream().sorted().collect(Collectors.joining("、")));
        }
    }

    private static void utilities(Weighing weighing, LeadWish wish, PlotFacts plot) {
        var needed = needed(wish);
        if (plot.utilities().isEmpty()) {
            weighing.doubt(MatchTerms.UTILITIES, "utilities.unknown");
            return;
        }
        if (!needed.isEmpty()) {
            weighing.refuseIf(!plot.utilities().containsAll(needed), MatchObstacle.UTILITIES);
            weighing.say(
                    plot.utilities().containsAll(needed) ? MatchTerms.UTILITIES : 0,
                    MatchTerms.UTILITIES,
                    "utilities.all");
            return;
        }
        long basic = BASIC.stream().filter(plot.utilities()::contains).count();
        weighing.say(
                (int) (MatchTerms.UTILITIES * basic / BASIC.size()),
                MatchTerms.UTILITIES,
                basic == BASIC.size() ? "utilities.basic" : "utilities.few",
                basic,
                BASIC.size());
    }

    private static Set<Utility> needed(LeadWish wish) {
        var needed = EnumSet.noneOf(Utility.class);
        need(needed, Utility.POWER, wish.powerKva());
        need(needed, Utility.WATER, wish.waterM3PerDay());
        need(needed, Utility.GAS, wish.gasM3PerDay());
        need(needed, Utility.STEAM, wish.steamTPerHour());
        return needed;
    }

    private static void need(Set<Utility> needed, Utility utility, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() > 0) {
            needed.add(utility);
        }
    }

    private static void readiness(
            Weighing weighing, LeadWish wish, PlotFacts plot, LocalDate today) {
        var state = plot.row().state();
        int points = MatchTerms.readiness(state);
        int days = MatchTerms.daysUntilReady(state);
        var by = wish.wantedBy();
        if (by != null && weighing.inTime(today.plusDays(days), by, today)) {
            weighing.say(points, MatchTerms.READINESS, "readiness.inTime", state, days, by);
        } else if (by != null) {
            weighing.say(points, MatchTerms.READINESS, "readiness.dayPast", state, days, by);
        } else {
            weighing.say(points, MatchTerms.READINESS, "readiness.days", state, days);
        }
    }

    private static void standard(Weighing weighing, LeadWish wish, PlotFacts plot) {
        standard(
                weighing,
                "investment",
                MatchTerms.INVESTMENT,
                wish.fixedInvestmentYuan(),
                plot.investmentYuanM2(),
                plot.row().computedM2());
        standard(
                weighing,
                "tax",
                MatchTerms.TAX,
                wish.taxYuan(),
                plot.taxYuanM2(),
                plot.row().computedM2());
    }

    private static void standard(
            Weighing weighing,
            String what,
            int of,
            @Nullable BigDecimal promised,
            @Nullable BigDecimal asked,
            BigDecimal area) {
        if (asked == null || asked.signum() == 0) {
            weighing.doubt(of, what + ".notAsked");
            return;
        }
        if (promised == null) {
            weighing.doubt(of, what + ".unknown", wan(asked));
            return;
        }
        var promisedPerM2 = promised.divide(area, 4, RoundingMode.HALF_UP);
        double met = Math.min(1, promisedPerM2.doubleValue() / asked.doubleValue());
        if (met >= 1) {
            weighing.say(of, of, what + ".met", wan(promisedPerM2), wan(asked));
        } else {
            // short of the standard always speaks against it, however little is missing
            weighing.add(
                    MatchTone.AGAINST,
                    (int) Math.floor(of * met),
                    of,
                    what + ".short",
                    wan(promisedPerM2),
                    wan(asked));
        }
    }

    private static void availability(Weighing weighing, LeadWish wish, PlotFacts plot) {
        var until = plot.heldUntil();
        if (until == null) {
            weighing.say(MatchTerms.AVAILABILITY, MatchTerms.AVAILABILITY, "availability.free");
        } else if (wish.lead().id().value().equals(plot.holder())) {
            weighing.say(
                    MatchTerms.AVAILABILITY, MatchTerms.AVAILABILITY, "availability.own", until);
        } else {
            weighing.say(
                    0,
                    MatchTerms.AVAILABILITY,
                    plot.waiting() == 0 ? "availability.held" : "availability.queue",
                    until,
                    plot.waiting());
        }
    }

    private static void use(Weighing weighing, LeadWish wish, PlotFacts plot) {
        var code = plot.row().useCode();
        boolean industrial = plot.industrialPercent().compareTo(MatchTerms.INDUSTRIAL_PERCENT) >= 0;
        if (code.startsWith(LandUses.UNDECIDED)) {
            weighing.add(MatchTone.UNKNOWN, 0, 0, "use.undecided");
        } else if (wish.isIndustrial()) {
            weighing.refuseIf(!industrial, MatchObstacle.USE);
        } else if (industrial) {
            weighing.add(MatchTone.AGAINST, 0, 0, "use.industrial", LandUses.shown(code));
        }
    }

    /** The layers know where a plot lies; where the zone has none, what the lead says of its site counts. */
    private static void chemistry(
            Weighing weighing, LeadWish wish, PlotFacts plot, ChemicalSite site) {
        var near =
                site.nearRiver() != null
                        ? site.nearRiver()
                        : wish.riverDistanceM() == null
                                ? null
                                : wish.riverDistanceM() <= MatchTerms.RIVER_METRES;
        if (near == null) {
            weighing.add(MatchTone.UNKNOWN, 0, 0, "chemical.riverUnknown");
        } else {
            weighing.refuseIf(near, MatchObstacle.CHEMICAL_RIVER);
            weighing.add(MatchTone.FOR, 0, 0, "chemical.riverFar");
        }
        var inside = site.inChemicalPark() != null ? site.inChemicalPark() : wish.inChemicalPark();
        if (inside == null) {
            weighing.add(MatchTone.UNKNOWN, 0, 0, "chemical.parkUnknown");
        } else {
            weighing.refuseIf(!inside, MatchObstacle.CHEMICAL_PARK);
            weighing.add(MatchTone.FOR, 0, 0, "chemical.parkInside");
        }
        if (plot.row().useCode().equals(LIGHT_INDUSTRY)) {
            weighing.add(MatchTone.AGAINST, 0, 0, "use.light");
        }
    }

    private static BigDecimal wan(BigDecimal yuanPerM2) {
        return yuanPerM2.divide(WAN_PER_MU, 2, RoundingMode.HALF_UP);
    }
}
