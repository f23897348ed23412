package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merging neighbouring plots into one (合并): of one state, one use and one holder, since a state, a use or a right is
 * never changed by drawing a border.
 *
 * <p>What their papers have in common is carried over, and all their utilities and industries; where they differ,
 * and for the declared area, it is left empty. The state is since the earliest of them was it. Borders that lie
 * within 1 mm of each other ({@link Ground#SLIVER_WIDTH}) are one.
 */
@Service
@Transactional
public class PlotMerging {
    /** The most plots at once. */
    public static final int MOST = 50;

    private final PlotSuccession succession;

    PlotMerging(PlotSuccession succession) {
        this.succession = succession;
    }

    /**
     * Merges them.
     *
     * @param on the day from which on they are one; null for today
     * @throws UnknownPlot when one is not there
     * @throws PlotHasEnded when others took the place of one
     * @throws PlotChangedMeanwhile when one is not as it was seen
     * @throws PlotLineageRefused when one is held for a lead or has vertical rights, when they differ in state, use
     *     or holder, or share no border
     * @throws PlotFieldsRefused for name, number, and a day before what is known of them
     * @throws PlotNumberTaken when another plot has the number
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public PlotId merge(
            List<PlotSeen> seen,
            PlotNaming naming,
            @Nullable LocalDate on,
            @Nullable String reason) {
        if (seen.stream().map(PlotSeen::id).distinct().count() < 2) {
            throw PlotLineageRefused.tooFew();
        }
        if (seen.size() > MOST) {
            throw PlotLineageRefused.tooMany(MOST);
        }
        var old = succession.hold(seen.stream().distinct().toList());
        refuseDifferent(old);
        succession.refuseRights(old, on);
        var whole = merged(old);
        var since = old.stream().map(Plot::stateSince).min(LocalDate::compareTo).orElseThrow();
        var next =
                new PlotSuccession.Successor(
                        PlotSuccession.named(common(old), naming),
                        PlotSuccession.placed(whole),
                        old.getFirst().state(),
                        since);
        return succession
                .succeed(
                        old,
                        List.of(next),
                        whole,
                        new PlotSuccession.Way(LineageAct.MERGED, on, reason))
                .getFirst()
                .id();
    }

    private static void refuseDifferent(List<Plot> old) {
        var first = old.getFirst();
        for (var plot : old) {
            if (plot.state() != first.state()) {
                throw PlotLineageRefused.states(
                        first.number(), first.state(), plot.number(), plot.state());
            }
            var one = first.profile();
            var other = plot.profile();
            if (!one.useCode().equals(other.useCode()) || !one.shares().equals(other.shares())) {
                throw PlotLineageRefused.uses(first.number(), plot.number());
            }
            if (!Objects.equals(one.holderId(), other.holderId())
                    || !Objects.equals(one.holderName(), other.holderName())) {
                throw PlotLineageRefused.holders(first.number(), plot.number());
            }
        }
    }

    /** Grown from the first, neighbour by neighbour. */
    private static GroundShape merged(List<Plot> old) {
        var whole = PlotSuccession.shape(old.getFirst());
        var left = new ArrayList<>(old.subList(1, old.size()));
        while (!left.isEmpty()) {
            @Nullable GroundShape grown = null;
            for (var next = left.iterator(); next.hasNext() && grown == null; ) {
                grown = joined(whole, PlotSuccession.shape(next.next()));
                if (grown != null) {
                    next.remove();
                }
            }
            if (grown == null) {
                throw PlotLineageRefused.apart(left.getFirst().number());
            }
            whole = grown;
        }
        return whole;
    }

    /** Null where they share no border: two that meet in a point do not. */
    private static @Nullable GroundShape joined(GroundShape one, GroundShape other) {
        var near = other.in(one.crs()).geometry().getEnvelopeInternal();
        near.expandBy(Ground.SLIVER_WIDTH);
        if (!near.intersects(one.geometry().getEnvelopeInternal())) {
            return null;
        }
        var both = Ground.merge(List.of(one, Ground.snapped(other, one, Ground.SLIVER_WIDTH)));
        return both.geometry().getNumGeometries()
                        < one.geometry().getNumGeometries() + other.geometry().getNumGeometries()
                ? both
                : null;
    }

    private static PlotProfile common(List<Plot> old) {
        var all = old.stream().map(Plot::profile).toList();
        var first = all.getFirst();
        var utilities = new LinkedHashSet<Utility>();
        var industries = new LinkedHashSet<String>();
        for (var one : all) {
            utilities.addAll(one.utilities());
            industries.addAll(one.industries());
        }
        return new PlotProfile(
                first.number(),
                first.name(),
                first.useCode(),
                first.shares(),
                null,
                common(all, PlotProfile::planName),
                common(all, PlotProfile::plannedOn),
                common(all, PlotProfile::leastRatio),
                common(all, PlotProfile::mostRatio),
                common(all, PlotProfile::leastDensity),
                common(all, PlotProfile::mostHeightM),
                common(all, PlotProfile::mostGreen),
                common(all, PlotProfile::mostService),
                common(all, PlotProfile::investmentYuanM2),
                common(all, PlotProfile::taxYuanM2),
                common(all, PlotProfile::outputYuanM2),
                common(all, PlotProfile::priceYuanM2),
                common(all, PlotProfile::priceBasis),
                List.copyOf(utilities),
                List.copyOf(industries),
                first.holderId(),
                first.holderName(),
                common(all, PlotProfile::note));
    }

    private static <T> @Nullable T common(
            List<PlotProfile> all, Function<PlotProfile, @Nullable T> field) {
        var values = new HashSet<@Nullable T>();
        all.forEach(one -> values.add(field.apply(one)));
        return values.size() == 1 ? field.apply(all.getFirst()) : null;
    }
}
