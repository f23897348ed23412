package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.LineString;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Splitting a plot into several (分割). The pieces are what it was, in its state since then; its declared area is
 * of none of them. Vertical rights over it go on over each piece; certificates and files stay with the old plot.
 *
 * <p>Together the pieces cover it and nothing else. What is nowhere as wide as 1 mm, or less than 0.01 m² in all,
 * is the play of surveys ({@link Ground#SLIVER_WIDTH}, {@link Ground#OVERLAP_TOLERANCE_M2}).
 */
@Service
@Transactional
public class PlotSplitting {
    /** The most pieces of one plot. */
    public static final int MOST = 100;

    private final Plots plots;
    private final PlotSuccession succession;
    private final RightKeeping rights;

    PlotSplitting(Plots plots, PlotSuccession succession, RightKeeping rights) {
        this.plots = plots;
        this.succession = succession;
        this.rights = rights;
    }

    /**
     * The parts into which a line would cut a plot, from west to east; nothing is written.
     *
     * @throws UnknownPlot when there is none
     * @throws PlotLineageRefused when the line does not cut it, or into too many parts
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<GroundShape> parts(PlotId id, LineString line, Crs lineCrs) {
        return parts(plots.get(id), line, lineCrs);
    }

    /**
     * Splits it along a line.
     *
     * @param names of the parts in the order of {@link #parts}
     * @throws PlotLineageRefused also when there are more or fewer parts than names
     * @see #split
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public List<PlotId> cut(
            PlotSeen seen,
            LineString line,
            Crs lineCrs,
            List<PlotNaming> names,
            @Nullable LocalDate on,
            @Nullable String reason) {
        var plot = succession.hold(List.of(seen)).getFirst();
        var parts = parts(plot, line, lineCrs);
        if (parts.size() != names.size()) {
            throw PlotLineageRefused.parts(parts.size(), names.size());
        }
        var pieces =
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new PlotPiece(names.get(i), parts.get(i)))
                        .toList();
        return split(plot, pieces, on, reason);
    }

    /**
     * Splits it into pieces.
     *
     * @param on the day from which on the pieces are; null for today
     * @return the pieces' ids in their order
     * @throws UnknownPlot when there is none
     * @throws PlotHasEnded when others took its place
     * @throws PlotChangedMeanwhile when it is not as it was seen
     * @throws PlotLineageRefused when it is held for a lead, or the pieces are not the plot
     * @throws PlotShapeRefused when a piece encloses no ground
     * @throws PlotFieldsRefused for names and numbers, by piece, and for a day before what is known of it
     * @throws PlotNumberTaken when another plot has a number
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public List<PlotId> split(
            PlotSeen seen,
            List<PlotPiece> pieces,
            @Nullable LocalDate on,
            @Nullable String reason) {
        return split(succession.hold(List.of(seen)).getFirst(), pieces, on, reason);
    }

    private List<PlotId> split(
            Plot plot, List<PlotPiece> pieces, @Nullable LocalDate on, @Nullable String reason) {
        if (pieces.size() < 2) {
            throw PlotLineageRefused.tooFew();
        }
        if (pieces.size() > MOST) {
            throw PlotLineageRefused.tooMany(MOST);
        }
        var next = new ArrayList<PlotSuccession.Successor>();
        var shapes = new ArrayList<GroundShape>();
        for (var piece : pieces) {
            var ground = PlotSuccession.placed(piece.shape());
            shapes.add(Placing.shape(ground.zone(), ground.wkb()));
            next.add(
                    new PlotSuccession.Successor(
                            PlotSuccession.named(plot.profile(), piece.naming()),
                            ground,
                            plot.state(),
                            plot.stateSince()));
        }
        refuseAnotherGround(PlotSuccession.shape(plot), pieces, shapes);
        var begun =
                succession.succeed(
                        List.of(plot),
                        next,
                        Ground.merge(shapes),
                        new PlotSuccession.Way(LineageAct.SPLIT, on, reason));
        rights.carry(plot, begun);
        return begun.stream().map(Plot::id).toList();
    }

    private static void refuseAnotherGround(
            GroundShape plot, List<PlotPiece> pieces, List<GroundShape> shapes) {
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = pieces.get(j).naming().number();
                var other = pieces.get(i).naming().number();
                Ground.overlap(shapes.get(j), shapes.get(i))
                        .ifPresent(both -> {
                            throw PlotLineageRefused.pieces(one, other, both.areaM2());
                        });
            }
        }
        var whole = Ground.merge(shapes);
        Ground.beyond(plot, whole)
                .ifPresent(missing -> {
                    throw PlotLineageRefused.notCovered(missing.areaM2());
                });
        Ground.beyond(whole, plot)
                .ifPresent(outside -> {
                    throw PlotLineageRefused.beyond(outside.areaM2());
                });
    }

    private static List<GroundShape> parts(Plot plot, LineString line, Crs lineCrs) {
        var shape = PlotSuccession.shape(plot);
        var parts = new ArrayList<>(Ground.split(shape, line, lineCrs));
        if (parts.size() <= Math.max(1, shape.geometry().getNumGeometries())) {
            throw PlotLineageRefused.uncut();
        }
        if (parts.size() > MOST) {
            throw PlotLineageRefused.tooMany(MOST);
        }
        parts.sort(
                Comparator.comparingDouble(
                                (GroundShape part) -> part.geometry().getCentroid().getX())
                        .thenComparingDouble(part -> part.geometry().getCentroid().getY()));
        return List.copyOf(parts);
    }
}
