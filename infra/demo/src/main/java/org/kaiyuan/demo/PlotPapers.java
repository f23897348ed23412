package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotProfile.UseShare;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.Utility;

/**
 * Makes up what the papers say of plots. Indicators lie around the 标准地 table of 隆昌: investment from 150 and
 * taxes from 8 万元/亩; output 350 for equipment, 300 for food, 250 for materials.
 */
final class PlotPapers {
    /** Yuan per m² for each 万元/亩. */
    private static final double WAN_PER_MU = 15;

    private static final List<String> OTHER_USES =
            List.of(
                    "0901", "0901", "0901", "0804", "0802", "1301", "1303", "1302", "1401", "1401",
                    "1402", "1101", "1101", "1101", "1101", "1101");
    private static final Map<String, Double> OUTPUT =
            Map.of("装备制造产业", 350.0, "食品轻纺产业", 300.0, "先进材料产业", 250.0);

    private final Place place;
    private final Site site;
    private final InventedLayers layers;
    private final LocalDate today;
    private final Draws draws;
    private final List<DemoEnterprise> enterprises;
    private final List<String> industries;
    private final Set<UUID> holding = new HashSet<>();

    PlotPapers(
            Place place,
            Site site,
            InventedLayers layers,
            List<DemoEnterprise> enterprises,
            LocalDate today,
            Draws draws) {
        this.place = place;
        this.site = site;
        this.layers = layers;
        this.today = today;
        this.draws = draws;
        this.enterprises =
                enterprises.stream()
                        .filter(one -> one.status() == EnterpriseStatus.ACTIVE)
                        .filter(one -> one.creditCode() != null && !one.years().isEmpty())
                        .toList();
        this.industries = leading();
    }

    PlotProfile of(Lot lot, BigDecimal areaM2, List<PlotStory.Step> steps) {
        var state = steps.getLast().state();
        var use = use(lot);
        boolean factory = use.startsWith("1001");
        boolean industrial = LandUses.isIndustrial(use);
        boolean built = industrial || use.startsWith("09") || use.startsWith("08");
        var holder =
                state.isOpen() || state == PlotState.RECOVERED ? null : holder(use, areaM2, steps);
        var industry =
                holder != null && holder.leadingIndustry() != null
                        ? holder.leadingIndustry()
                        : draws.oneOf(industries);
        var least =
                factory ? draws.oneOf(List.of("1.0", "1.0", "1.2")) : industrial ? "0.8" : "0.5";
        var most = factory ? draws.oneOf(List.of("2.0", "2.5", "3.0")) : industrial ? "1.6" : "2.4";
        var plan = plan(lot, steps);
        return new PlotProfile(
                lot.code(site),
                lot.name(site),
                use,
                shares(use),
                declared(areaM2, state),
                plan == null ? null : planName(lot, plan),
                plan,
                built ? new BigDecimal(least) : null,
                built ? new BigDecimal(most) : null,
                factory ? percent(draws.oneOf(List.of(40, 40, 45, 50))) : null,
                built ? percent(draws.oneOf(List.of(24, 24, 30, 36, 45))) : null,
                percent(
                        industrial
                                ? draws.oneOf(List.of(15, 20, 20))
                                : use.startsWith("14") ? 95 : 35),
                factory ? percent(7) : null,
                industrial ? perMu(draws.between(30, 64) * 5) : null,
                industrial ? perMu(draws.between(16, 50) / 2.0) : null,
                industrial
                        ? perMu(OUTPUT.getOrDefault(industry, 280.0) + 10 * draws.between(0, 6))
                        : null,
                industrial
                        ? perMu(draws.between(96, 180) / 10.0)
                        : use.startsWith("09") ? perMu(draws.between(80, 190)) : null,
                industrial || use.startsWith("09") ? "演示：基准地价，无文号" : null,
                utilities(state),
                factory ? List.of(industry) : List.of(),
                holder == null ? null : holder.id(),
                holder != null
                        ? holder.name()
                        : state.isOpen() || state == PlotState.RECOVERED
                                ? null
                                : place.city() + "市园区公共设施建设单位（演示）",
                "演示数据：地块、界址、指标和权属均为虚构。");
    }

    private String use(Lot lot) {
        return layers.core().contains(lot) || draws.chance(0.55)
                ? draws.oneOf(site.industrialUses())
                : draws.oneOf(OTHER_USES);
    }

    private List<UseShare> shares(String use) {
        var beside =
                switch (use) {
                    case "100101", "100102" -> draws.chance(0.08) ? "1101" : null;
                    case "0901" -> draws.chance(0.4) ? "0902" : null;
                    default -> null;
                };
        if (beside == null) {
            return List.of();
        }
        int part = 5 * draws.between(2, 6);
        return List.of(new UseShare(use, percent(100 - part)), new UseShare(beside, percent(part)))
                .stream()
                .sorted(Comparator.comparing(UseShare::useCode))
                .toList();
    }

    /** Mostly as computed; older surveys are a little off, and what is only planned is rounded. */
    private @Nullable BigDecimal declared(BigDecimal areaM2, PlotState state) {
        if (state == PlotState.PLANNED) {
            return draws.chance(0.3)
                    ? null
                    : areaM2.divide(BigDecimal.valueOf(1000), 0, RoundingMode.HALF_UP)
                            .multiply(BigDecimal.valueOf(1000))
                            .setScale(2, RoundingMode.UNNECESSARY);
        }
        double off = draws.chance(0.25) ? draws.between(-0.018, 0.018) : 0;
        return areaM2.multiply(BigDecimal.valueOf(1 + off)).setScale(2, RoundingMode.HALF_UP);
    }

    /** The newest edition of the plan before the ground was approved; null outside of what is planned. */
    private @Nullable LocalDate plan(Lot lot, List<PlotStory.Step> steps) {
        if (layers.refused().getOrDefault(PlotGate.DETAILED_PLAN, List.of()).contains(lot)) {
            return null;
        }
        var needed =
                steps.stream()
                        .filter(step -> step.state() == PlotState.RESERVE)
                        .findFirst()
                        .map(PlotStory.Step::on)
                        .orElse(today);
        LocalDate newest = null;
        for (int ago : new int[] {16, 9, 5, 2}) {
            var edition =
                    LocalDate.of(
                            today.getYear() - ago, 3 + 2 * lot.district(), 8 + 4 * lot.district());
            if (!edition.isAfter(needed)) {
                newest = edition;
            }
        }
        return newest;
    }

    private String planName(Lot lot, LocalDate plan) {
        return "%s%s控制性详细规划（%d年，演示）"
                .formatted(place.zone(), site.districts().get(lot.district()), plan.getYear());
    }

    private List<Utility> utilities(PlotState state) {
        if (state == PlotState.PLANNED) {
            return List.of();
        }
        if (state == PlotState.ACQUISITION) {
            return List.of(Utility.ROAD);
        }
        var ready =
                EnumSet.of(
                        Utility.ROAD,
                        Utility.WATER,
                        Utility.SEWER,
                        Utility.RAINWATER,
                        Utility.POWER,
                        Utility.TELECOM);
        if (draws.chance(0.75)) {
            ready.add(Utility.GAS);
        }
        if (draws.chance(0.2)) {
            ready.add(Utility.STEAM);
        }
        if (!state.isOpen() || draws.chance(0.6)) {
            ready.add(Utility.LEVELLED);
        }
        return List.copyOf(ready);
    }

    /** Whose land is about as large as the plot, and who was here when it was supplied. */
    private @Nullable DemoEnterprise holder(
            String use, BigDecimal areaM2, List<PlotStory.Step> steps) {
        if (!LandUses.isIndustrial(use) && !use.startsWith("09")) {
            return null;
        }
        var supplied =
                steps.stream()
                        .filter(step -> step.state() == PlotState.SUPPLIED)
                        .findFirst()
                        .map(PlotStory.Step::on)
                        .orElse(today);
        var fitting =
                enterprises.stream()
                        .filter(one -> !holding.contains(one.id()) && fits(use, one))
                        .toList();
        var found =
                fitting.stream()
                        .filter(one -> !one.settledOn().isAfter(supplied))
                        .min(Comparator.comparing(one -> unlike(one, areaM2.doubleValue())))
                        .or(() ->
                                fitting.stream()
                                        .min(Comparator.comparing(DemoEnterprise::settledOn)))
                        .orElse(null);
        if (found != null) {
            holding.add(found.id());
        }
        return found;
    }

    private static boolean fits(String use, DemoEnterprise one) {
        char section = one.industryCode().charAt(0);
        return use.startsWith("1001")
                ? section == 'C'
                : use.startsWith("11") ? section == 'G' || section == 'F' : section != 'C';
    }

    private static double unlike(DemoEnterprise one, double areaM2) {
        return Math.abs(StrictMath.log(Math.max(1.0, one.years().getLast().landM2()) / areaM2));
    }

    /** What most of the zone's enterprises make. */
    private List<String> leading() {
        var counts =
                enterprises.stream()
                        .map(DemoEnterprise::leadingIndustry)
                        .filter(name -> name != null)
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static BigDecimal percent(int percent) {
        return BigDecimal.valueOf(percent).setScale(2, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal perMu(double wan) {
        return BigDecimal.valueOf(wan * WAN_PER_MU).setScale(4, RoundingMode.HALF_UP);
    }
}
