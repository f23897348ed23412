package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;

/**
 * Makes up what became of the plots of a zone: the middle is built on, the rim is planned, and what a gate refuses
 * is still in reserve. The same for the same seed, day and enterprises.
 */
final class PlotStories {
    /** From the middle outward; the rest is planned. */
    private static final Map<PlotState, Double> SHARES = new LinkedHashMap<>();

    static {
        SHARES.put(PlotState.VERIFIED, 0.09);
        SHARES.put(PlotState.PRODUCTION, 0.25);
        SHARES.put(PlotState.COMPLETED, 0.09);
        SHARES.put(PlotState.CONSTRUCTION, 0.13);
        SHARES.put(PlotState.SUPPLIED, 0.11);
        SHARES.put(PlotState.RECOVERED, 0.03);
        SHARES.put(PlotState.ANNOUNCED, 0.05);
        SHARES.put(PlotState.APPROVED, 0.07);
        SHARES.put(PlotState.RESERVE, 0.07);
        SHARES.put(PlotState.ACQUISITION, 0.06);
    }

    private static final List<PlotState> LIFE =
            List.of(
                    PlotState.PLANNED,
                    PlotState.ACQUISITION,
                    PlotState.RESERVE,
                    PlotState.APPROVED,
                    PlotState.ANNOUNCED,
                    PlotState.SUPPLIED,
                    PlotState.CONSTRUCTION,
                    PlotState.COMPLETED,
                    PlotState.PRODUCTION,
                    PlotState.VERIFIED);

    /** How many days a plot stays in a state before the next. */
    private static final Map<PlotState, int[]> DAYS =
            new EnumMap<>(
                    Map.of(
                            PlotState.PLANNED, new int[] {60, 300},
                            PlotState.ACQUISITION, new int[] {90, 300},
                            PlotState.RESERVE, new int[] {60, 280},
                            PlotState.APPROVED, new int[] {30, 200},
                            PlotState.ANNOUNCED, new int[] {31, 50},
                            PlotState.SUPPLIED, new int[] {60, 330},
                            PlotState.CONSTRUCTION, new int[] {250, 640},
                            PlotState.COMPLETED, new int[] {50, 170},
                            PlotState.PRODUCTION, new int[] {365, 900}));

    /** How many days ago the last state was entered. */
    private static final Map<PlotState, int[]> SINCE =
            Map.ofEntries(
                    Map.entry(PlotState.PLANNED, new int[] {30, 700}),
                    Map.entry(PlotState.ACQUISITION, new int[] {10, 260}),
                    Map.entry(PlotState.RESERVE, new int[] {15, 500}),
                    Map.entry(PlotState.APPROVED, new int[] {10, 420}),
                    Map.entry(PlotState.ANNOUNCED, new int[] {2, 26}),
                    Map.entry(PlotState.SUPPLIED, new int[] {10, 500}),
                    Map.entry(PlotState.CONSTRUCTION, new int[] {15, 560}),
                    Map.entry(PlotState.COMPLETED, new int[] {8, 150}),
                    Map.entry(PlotState.PRODUCTION, new int[] {30, 1300}),
                    Map.entry(PlotState.VERIFIED, new int[] {20, 800}),
                    Map.entry(PlotState.RECOVERED, new int[] {30, 300}));

    private static final List<String> TAKEN_BACK = List.of("土地闲置满两年，依法无偿收回", "企业自愿退出，协议有偿收回");

    private final Site site;
    private final InventedGround ground;
    private final InventedLayers layers;
    private final LocalDate today;
    private final Draws draws;
    private final long firstOrdinal;
    private final Map<Lot, PlotState> states = new HashMap<>();
    private final PlotPapers papers;

    private PlotStories(
            Place place,
            Site site,
            InventedGround ground,
            InventedLayers layers,
            List<DemoEnterprise> enterprises,
            LocalDate today,
            long firstOrdinal,
            Draws draws) {
        this.site = site;
        this.ground = ground;
        this.layers = layers;
        this.today = today;
        this.draws = draws;
        this.firstOrdinal = firstOrdinal;
        this.papers = new PlotPapers(place, site, layers, enterprises, today, draws);
    }

    /**
     * Stories of one zone, in the order of its lots.
     *
     * @param enterprises of the same zone, of which some hold plots
     */
    static List<PlotStory> of(
            Place place,
            Site site,
            InventedGround ground,
            InventedLayers layers,
            List<DemoEnterprise> enterprises,
            LocalDate today,
            long firstOrdinal,
            Draws draws) {
        var stories =
                new PlotStories(
                        place, site, ground, layers, enterprises, today, firstOrdinal, draws);
        stories.decideStates();
        var all = new ArrayList<PlotStory>();
        for (var lot : ground.lots()) {
            all.add(stories.story(lot, all.size()));
        }
        return all;
    }

    private void decideStates() {
        Set<Lot> refused = new HashSet<>();
        layers.refused()
                .values()
                .forEach(lots -> {
                    for (int i = 0; i < lots.size(); i++) {
                        states.put(lots.get(i), i == 0 ? PlotState.APPROVED : PlotState.RESERVE);
                    }
                    refused.addAll(lots);
                });
        var weights =
                ground.lots().stream()
                        .collect(
                                Collectors.toMap(
                                        lot -> lot,
                                        lot -> lot.remoteness() + draws.between(0.0, 0.35)));
        var left =
                ground.lots().stream()
                        .filter(lot -> !refused.contains(lot))
                        .sorted(Comparator.comparing(weights::get))
                        .collect(Collectors.toCollection(ArrayList::new));
        // ground in the middle that is approved and not supplied: what the gate of its use is asked
        // for
        left.stream()
                .filter(layers.core()::contains)
                .skip(4)
                .findFirst()
                .ifPresent(lot -> {
                    states.put(lot, PlotState.APPROVED);
                    left.remove(lot);
                });
        int at = 0;
        for (var share : SHARES.entrySet()) {
            int many = (int) Math.max(1, Math.round(share.getValue() * left.size()));
            for (int i = 0; i < many && at < left.size() - 1; i++) {
                states.put(left.get(at++), share.getKey());
            }
        }
        while (at < left.size()) {
            states.put(left.get(at++), PlotState.PLANNED);
        }
    }

    private PlotStory story(Lot lot, int ordinal) {
        var state = states.getOrDefault(lot, PlotState.PLANNED);
        var steps = steps(state);
        var shape = new GroundShape(lot.ground(), ground.plane());
        var area = BigDecimal.valueOf(Ground.areaM2(shape)).setScale(2, RoundingMode.HALF_UP);
        return new PlotStory(
                draws.id(firstOrdinal + ordinal),
                papers.of(lot, area, steps),
                shape,
                area,
                steps,
                layers.refused().values().stream().anyMatch(lots -> lots.contains(lot)));
    }

    /** Told backward from today. */
    private List<PlotStory.Step> steps(PlotState last) {
        var life = new ArrayList<PlotState>();
        if (last == PlotState.RECOVERED) {
            life.addAll(LIFE.subList(0, LIFE.indexOf(PlotState.SUPPLIED) + 1));
            life.add(last);
        } else {
            life.addAll(LIFE.subList(0, LIFE.indexOf(last) + 1));
        }
        if (life.size() > 2 && draws.chance(0.3)) {
            life.remove(PlotState.ACQUISITION); // it was the state's already
        }
        var steps = new ArrayList<PlotStory.Step>();
        var on = workday(today.minusDays(between(SINCE.get(last))));
        for (int i = life.size() - 1; i >= 0; i--) {
            var state = life.get(i);
            steps.add(new PlotStory.Step(state, on, reason(state)));
            if (i > 0) {
                int days =
                        state == PlotState.RECOVERED
                                ? draws.between(740, 1100)
                                : between(DAYS.get(life.get(i - 1)));
                on = workday(on.minusDays(days));
            }
        }
        Collections.reverse(steps);
        return List.copyOf(steps);
    }

    private @Nullable String reason(PlotState state) {
        return switch (state) {
            case APPROVED -> "农用地转用和土地征收批次已批复（演示）";
            case ANNOUNCED -> "以标准地方式挂牌出让，公告不少于20日";
            case SUPPLIED -> "成交确认，已签出让合同";
            case VERIFIED -> "达产核查通过";
            case RECOVERED -> draws.oneOf(TAKEN_BACK);
            default -> null;
        };
    }

    private int between(int @Nullable [] days) {
        return days == null ? 100 : draws.between(days[0], days[1]);
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.minusDays(1)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }
}
