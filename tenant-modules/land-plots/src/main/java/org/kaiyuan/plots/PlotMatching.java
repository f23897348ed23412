package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadWish;
import org.kaiyuan.leads.LeadWishes;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.plots.domain.ChemicalSite;
import org.kaiyuan.plots.domain.MatchTerms;
import org.kaiyuan.plots.domain.PlotFacts;
import org.kaiyuan.plots.domain.PlotFit;
import org.kaiyuan.plots.domain.UnitFit;
import org.kaiyuan.plots.domain.Verdict;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which place fits which lead: hard conditions leave out, soft ones add to a score of at most 100, each with its
 * reason; see {@link MatchTerms} for the weights. Leads are those that whoever asks may see.
 */
@Service
@Transactional(readOnly = true)
public class PlotMatching {
    /** So many are shown, the best. */
    public static final int SHOWN = 100;

    private final LeadWishes wishes;
    private final PlotCandidates plots;
    private final UnitCandidates units;
    private final ChemicalSites sites;
    private final CurrentPerson person;
    private final Clock clock;

    PlotMatching(
            LeadWishes wishes,
            PlotCandidates plots,
            UnitCandidates units,
            ChemicalSites sites,
            CurrentPerson person,
            Clock clock) {
        this.wishes = wishes;
        this.plots = plots;
        this.units = units;
        this.sites = sites;
        this.person = person;
        this.clock = clock;
    }

    /** Something and what matching says of it. */
    private record Judged<T>(T what, Verdict verdict, BigDecimal off) {}

    /**
     * Plots for a lead; of the 500 closest in area the best 100.
     *
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     */
    @PreAuthorize("hasAllRoles('" + PlotPermissions.READ + "', '" + LeadPermissions.READ + "')")
    public PlotMatches plots(LeadId id) {
        var wish = wishes.of(id);
        if (wish.wantsFloorOnly()) {
            return new PlotMatches(wish.lead(), List.of(), List.of(), 0, true);
        }
        var today = LocalDate.now(clock);
        var found = plots.find(wish);
        var chemical =
                wish.chemical()
                        ? sites.of(found.plots().stream().map(one -> one.row().id()).toList())
                        : Map.<PlotId, ChemicalSite>of();
        var excluded = new EnumMap<MatchObstacle, Long>(MatchObstacle.class);
        excluded.putAll(found.excluded());
        var fit =
                fitting(
                        found.plots(),
                        one ->
                                PlotFit.judge(
                                        wish,
                                        one,
                                        chemical.getOrDefault(one.row().id(), ChemicalSite.UNKNOWN),
                                        today),
                        one -> off(one.row().computedM2(), wish.landM2()),
                        excluded);
        return new PlotMatches(
                wish.lead(),
                fit.stream().limit(SHOWN).map(one -> plot(one.what(), one.verdict())).toList(),
                lines(excluded),
                found.rest() + Math.max(0, fit.size() - SHOWN),
                false);
    }

    /**
     * Plots and units for a lead, as {@link #plots} and {@link #units}; no units for who may not see buildings.
     *
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     */
    @PreAuthorize("hasAllRoles('" + PlotPermissions.READ + "', '" + LeadPermissions.READ + "')")
    public PlaceMatches places(LeadId id) {
        return new PlaceMatches(
                plots(id), person.may(PlotPermissions.FLOORS_READ) ? units(id) : null);
    }

    /**
     * Units for a lead; of the 500 closest in area the best 100.
     *
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     */
    @PreAuthorize(
            "hasAllRoles('" + PlotPermissions.FLOORS_READ + "', '" + LeadPermissions.READ + "')")
    public UnitMatches units(LeadId id) {
        var wish = wishes.of(id);
        if (wish.floorM2() == null && wish.landM2() != null) {
            return new UnitMatches(wish.lead(), List.of(), List.of(), 0, true);
        }
        var today = LocalDate.now(clock);
        var found = units.find(wish, today);
        var excluded = new EnumMap<MatchObstacle, Long>(MatchObstacle.class);
        excluded.putAll(found.excluded());
        var fit =
                fitting(
                        found.units(),
                        one -> UnitFit.judge(wish, one.unit(), one.freeFrom(), today),
                        one -> off(one.unit().profile().areaM2(), wish.floorM2()),
                        excluded);
        return new UnitMatches(
                wish.lead(),
                fit.stream()
                        .limit(SHOWN)
                        .map(one ->
                                new UnitMatch(
                                        one.what().unit(),
                                        one.verdict().score(),
                                        one.verdict().reasons(),
                                        one.what().freeFrom()))
                        .toList(),
                lines(excluded),
                found.rest() + Math.max(0, fit.size() - SHOWN),
                false);
    }

    /**
     * Leads that fit a plot: pursued, without ground yet, wanting about so much land.
     *
     * @throws UnknownPlot when there is none that is now
     */
    @PreAuthorize("hasAllRoles('" + PlotPermissions.READ + "', '" + LeadPermissions.READ + "')")
    public LeadMatches leads(PlotId id) {
        var plot = plots.one(id);
        var today = LocalDate.now(clock);
        var area = plot.row().computedM2();
        var wanting = wishes.ofLand(least(area), most(area), area);
        var site =
                wanting.stream().anyMatch(LeadWish::chemical)
                        ? sites.of(List.of(id)).getOrDefault(id, ChemicalSite.UNKNOWN)
                        : ChemicalSite.UNKNOWN;
        return matches(
                wanting,
                wish -> PlotFit.judge(wish, plot, site, today),
                wish -> off(area, wish.landM2()));
    }

    /**
     * Leads that fit a unit: pursued, without ground yet, wanting about so much floor.
     *
     * @throws UnknownUnit when there is none
     */
    @PreAuthorize(
            "hasAllRoles('" + PlotPermissions.FLOORS_READ + "', '" + LeadPermissions.READ + "')")
    public LeadMatches leads(UnitId id) {
        var today = LocalDate.now(clock);
        var candidate = units.one(id, today);
        var area = candidate.unit().profile().areaM2();
        return matches(
                wishes.ofFloor(least(area), most(area), area),
                wish -> UnitFit.judge(wish, candidate.unit(), candidate.freeFrom(), today),
                wish -> off(area, wish.floorM2()));
    }

    private static LeadMatches matches(
            List<LeadWish> wanting,
            Function<LeadWish, Verdict> judge,
            Function<LeadWish, BigDecimal> off) {
        var excluded = new EnumMap<MatchObstacle, Long>(MatchObstacle.class);
        var fit = fitting(wanting, judge, off, excluded);
        return new LeadMatches(
                fit.stream()
                        .limit(SHOWN)
                        .map(one ->
                                new LeadMatch(
                                        one.what().lead(),
                                        one.verdict().score(),
                                        one.verdict().reasons(),
                                        one.what().wantedBy()))
                        .toList(),
                lines(excluded),
                Math.max(0, fit.size() - SHOWN));
    }

    /** The best first, of the same score the closest in area; what does not fit is counted by its first obstacle. */
    private static <T> List<Judged<T>> fitting(
            Collection<T> all,
            Function<T, Verdict> judge,
            Function<T, BigDecimal> off,
            Map<MatchObstacle, Long> excluded) {
        var fit = new ArrayList<Judged<T>>();
        for (var one : all) {
            var verdict = judge.apply(one);
            if (verdict.fits()) {
                fit.add(new Judged<>(one, verdict, off.apply(one)));
            } else {
                excluded.merge(verdict.obstacles().getFirst(), 1L, Long::sum);
            }
        }
        fit.sort(
                Comparator.comparing((Judged<T> one) -> -one.verdict().score())
                        .thenComparing(Judged::off));
        return fit;
    }

    private static PlotMatch plot(PlotFacts one, Verdict verdict) {
        return new PlotMatch(
                one.row(), verdict.score(), verdict.reasons(), one.heldUntil(), one.waiting());
    }

    private static List<MatchExclusion> lines(Map<MatchObstacle, Long> excluded) {
        return excluded.entrySet().stream()
                .map(one -> new MatchExclusion(one.getKey(), one.getValue()))
                .toList();
    }

    private static BigDecimal off(BigDecimal area, @Nullable BigDecimal wanted) {
        return wanted == null ? BigDecimal.ZERO : area.subtract(wanted).abs();
    }

    /** Who wants at least so much finds the area not too large. */
    private static BigDecimal least(BigDecimal area) {
        return area.divide(MatchTerms.MOST, 2, RoundingMode.CEILING);
    }

    private static BigDecimal most(BigDecimal area) {
        return area.divide(MatchTerms.LEAST, 2, RoundingMode.FLOOR);
    }
}
